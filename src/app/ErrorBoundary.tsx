import { Component, useState, type ReactNode } from 'react'
import { Download, RotateCw } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { useText } from '../ui/language.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { saveFile } from './saveFile.ts'
import { text } from './text.ts'

type ErrorBoundaryProps = {
  children: ReactNode
  /** a new value tries again: the address */
  resetKey: string
  /** everything stored here, as one file, by the shortest way; absent when nothing can be read */
  exportData: (() => Promise<Blob>) | undefined
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

type CrashScreenProps = { error: Error; exportData: (() => Promise<Blob>) | undefined }

function CrashScreen({ error, exportData }: CrashScreenProps) {
  const words = useText(text)
  const [state, setState] = useState<'rest' | 'working' | 'failed'>('rest')
  const missing = isMissingFile(error)
  const exportNow = async () => {
    if (exportData === undefined) return
    setState('working')
    try {
      const day = new Date().toISOString().slice(0, 10)
      saveFile(await exportData(), `${words.rescueName}-${day}.json`)
      setState('rest')
    } catch {
      setState('failed')
    }
  }
  return (
    <div className="scroll grow centre">
      <h1 className="sr">{missing ? words.screenMissing : words.crashTitle}</h1>
      <ErrorState
        title={missing ? words.screenMissing : words.crashTitle}
        detail={`${error.name} ${placeOf(error)}`.trim()}
        actions={
          <>
            <Button variant="first" icon={RotateCw} onClick={() => location.reload()}>
              {words.reload}
            </Button>
            {exportData !== undefined && (
              <Button icon={Download} working={state === 'working'} onClick={() => void exportNow()}>
                {state === 'working' ? words.exporting : words.exportData}
              </Button>
            )}
          </>
        }
      >
        <p>{missing ? words.screenMissingNote : words.crashNote}</p>
        {state === 'failed' && <p className="help err">{words.exportFailed}</p>}
      </ErrorState>
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
