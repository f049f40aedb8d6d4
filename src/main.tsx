import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/styles.css'
import { App } from './app/App.tsx'
import { keepInstallPrompt } from './app/installPrompt.ts'
import { startServiceWorker } from './app/serviceWorkerClient.ts'
import { followPreferences } from './ui/language.ts'

followPreferences()
keepInstallPrompt()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App onFiles={() => undefined} />
  </StrictMode>,
)

if (import.meta.env.PROD) void startServiceWorker()
