import { Component, useState, type ReactNode } from 'react'
import { Download, RotateCw } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { useText } from '../ui/language.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { saveFile } from '../ui/saveFile.ts'
import { text } from './text.ts'

type ErrorBoundaryProps = {
  children: ReactNode
  /** a new value tries again: the address */
  resetKey: string
  /** everything stored here in one encrypted file */
  exportData: (passphrase: string) => Promise<Blob>
}

/** The last resort: a screen that threw is replaced by a way to reload and to carry the data away. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error('unknown') }
  }

  override componentDidUpdate(previous: ErrorBoundaryProps): void {
    if (previous.resetKey !== this.props.resetKey && this.state.error !== null) {
      this.setState({ error: null })
    }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    return <CrashScreen error={error} exportData={this.props.exportData} />
  }
}

/** A lazy screen whose file neither the network nor the service worker has. */
function isMissingFile(error: Error): boolean {
  return /dynamically imported module|Importing a module script failed|error loading dynamically/i.test(error.message)
}

type CrashScreenProps = { error: Error; exportData: (passphrase: string) => Promise<Blob> }

/** As in Settings: fewer letters are guessed in an afternoon. */
const shortestPassphrase = 8

function CrashScreen({ error, exportData }: CrashScreenProps) {
  const words = useText(text)
  const [state, setState] = useState<'rest' | 'asking' | 'working' | 'failed'>('rest')
  const [passphrase, setPassphrase] = useState('')
  const missing = isMissingFile(error)
  const title = missing ? words.screenMissing : words.crashTitle
  const exportNow = async () => {
    setState('working')
    try {
      const day = new Date().toISOString().slice(0, 10)
      saveFile(await exportData(passphrase), `${words.rescueName}-${day}.vivier`)
      setState('rest')
    } catch {
      setState('failed')
    }
  }
  return (
    <div className="scroll grow centre">
      <h1 className="sr">{title}</h1>
      <div>
        <ErrorState
          title={title}
          detail={`${error.name} ${placeOf(error)}`.trim()}
          actions={
            <>
              <Button variant="first" icon={RotateCw} onClick={() => location.reload()}>
                {words.reload}
              </Button>
              {state === 'rest' && (
                <Button icon={Download} onClick={() => setState('asking')}>
                  {words.exportData}
                </Button>
              )}
            </>
          }
        >
          <p>{missing ? words.screenMissingNote : words.crashNote}</p>
        </ErrorState>
        {state !== 'rest' && (
          <form
            className="stack g3 rescue"
            onSubmit={(event) => {
              event.preventDefault()
              if (passphrase.length >= shortestPassphrase && state !== 'working') void exportNow()
            }}
          >
            <TextInput
              label={words.rescuePassphrase}
              help={words.rescuePassphraseNote}
              error={state === 'failed' ? words.exportFailed : undefined}
              type="password"
              autoComplete="new-password"
              value={passphrase}
              onChange={setPassphrase}
            />
            <div>
              <Button
                type="submit"
                icon={Download}
                working={state === 'working'}
                offBecause={passphrase.length < shortestPassphrase ? words.rescuePassphraseNote : undefined}
              >
                {state === 'working' ? words.exporting : words.exportData}
              </Button>
            </div>
          </form>
        )}
      </div>
    </div>
  )
}

/** The first file and line of the stack: enough to find the bug, nothing about anyone. */
function placeOf(error: Error): string {
  return (
    /\/([\w.-]+\.[jt]sx?):(\d+):\d+/
      .exec(error.stack ?? '')
      ?.slice(1, 3)
      .join(':') ?? ''
  )
}
