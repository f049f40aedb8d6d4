import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/styles.css'
import { App } from './app/App.tsx'
import { keepInstallPrompt } from './app/installPrompt.ts'
import { receiveLaunchedFiles } from './app/launchedFiles.ts'
import { startServiceWorker } from './app/serviceWorkerClient.ts'
import { useShellData } from './app/shellData.ts'
import { receiveSharedFiles } from './app/sharedFiles.ts'
import { followPreferences } from './ui/language.ts'

followPreferences()
keepInstallPrompt()

/** The rooms and the database come after the frame; whoever needs them waits for the same promise. */
const rooms = import('./app/startRooms.ts')
rooms.then(({ startRooms }) => startRooms()).catch(() => useShellData.setState({ failed: true }))

const onFiles = (files: File[]) => void rooms.then(({ takeFiles }) => takeFiles(files))
const exportData = (passphrase: string) => import('./store/backup.ts').then(({ makeBackup }) => makeBackup(passphrase))

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App onFiles={onFiles} exportData={exportData} />
  </StrictMode>,
)

receiveLaunchedFiles(onFiles)
void receiveSharedFiles(onFiles)
if (import.meta.env.PROD) void startServiceWorker()
