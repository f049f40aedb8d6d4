import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/styles.css';
import { followPreferences } from './ui/language.ts';
import { Button } from './ui/Button.tsx';
import { Sounding } from './ui/Sounding.tsx';

followPreferences();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Button variant="first">x</Button><Sounding lines={[]} final={50} />
  </StrictMode>,
);
