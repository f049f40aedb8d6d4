import { Radio } from 'lucide-react'
import { formatNumber } from '../kit/format.ts'
import type { RelayReport } from '../sync/face.ts'
import { Button } from '../ui/Button.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { commands } from './commands.ts'
import { text } from './text.ts'
import { useCommand } from './useCommand.ts'

interface RelayTestProps {
  url: string
  report: RelayReport | null
  onReport: (report: RelayReport | null) => void
}

/** An address of a relay as someone may type it; '' when it is none. */
export function relayAddress(typed: string): string {
  const address = /^[a-z]+:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`
  try {
    const { protocol, href, hostname } = new URL(address)
    const isHere = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
    return protocol === 'https:' || (protocol === 'http:' && isHere) ? href.replace(/\/$/, '') : ''
  } catch {
    // not an address at all
    return ''
  }
}

/** Asks a relay whether it is one, and says what it answered. */
export function RelayTest({ url, report, onReport }: RelayTestProps) {
  const t = useText(text)
  const language = useLanguage()
  const command = useCommand()
  const test = async () => {
    onReport(null)
    const address = relayAddress(url)
    if (address === '') return
    const done = await command.run(() => commands.testRelay(address))
    if (done) onReport(done.value)
  }
  return (
    <>
      <span>
        <Button icon={Radio} working={command.working} onClick={() => void test()}>
          {t.test}
        </Button>
      </span>
      <p role="status" className="t-sm t-2">
        {command.working
          ? t.testing
          : command.failure ||
            (report === null
              ? ''
              : [
                  t.tested(formatNumber(language, Math.max(1, Math.round(report.latencyMs))), report.version),
                  ...(report.socket ? [] : [t.testedHttp]),
                ].join(' '))}
      </p>
    </>
  )
}
