import { CloudDownload, Pause, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { holdFetching, type StoredDocument, useBringer, useFetching } from '../documents/records.ts'
import { formatBytes } from '../kit/format.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { useOnline } from '../ui/useOnline.ts'
import { useWords } from './words.ts'

/** In the place of a file that another device has: how far it has come, or when it will, and what can be done. */
export function FileOnItsWay({ document, children }: { document: StoredDocument; children?: ReactNode }) {
  const { t, language, percent } = useWords()
  const words = t.documents.away
  const { blobId, fileName } = document.fields
  const fetching = useFetching(blobId)
  const who = useBringer(document.id)
  const online = useOnline()
  const { done = 0, size = 0 } = fetching ?? {}
  const state = !online && fetching?.state !== 'held' ? 'offline' : (fetching?.state ?? 'elsewhere')
  const share = size > 0 ? done / size : 0
  const sentence =
    state === 'coming' ? words.coming : state === 'offline' || state === 'elsewhere' ? words[state](who) : words[state]
  const go = () => holdFetching(blobId, false)
  return (
    <div className="scroll grow pad" role="region" aria-label={fileName} tabIndex={0}>
      <div className="stack g3">
        <EmptyState
          title={words.title}
          icon={CloudDownload}
          actions={
            state === 'coming' ? (
              <Button icon={Pause} onClick={() => holdFetching(blobId, true)}>
                {words.stop}
              </Button>
            ) : state === 'held' || state === 'full' ? (
              <Button icon={RefreshCw} onClick={go}>
                {words.resume}
              </Button>
            ) : (
              <Button icon={RefreshCw} onClick={go}>
                {words.again}
              </Button>
            )
          }
        >
          <span role="status">{sentence}</span>
        </EmptyState>
        {size > 0 && (
          <div className="stack g1">
            <ProgressBar label={fileName} share={share} valueText={percent(share)} />
            <span className="t-sm t-2 num">
              {percent(share)}, {words.came(formatBytes(language, done), formatBytes(language, size))}
            </span>
          </div>
        )}
        {children}
      </div>
    </div>
  )
}
