import { Search as SearchIcon } from 'lucide-react'
import { Button, LinkButton } from '../ui/Button.tsx'
import { useText } from '../ui/language.ts'
import { Section } from '../ui/Section.tsx'
import { forgetRecent, type RecentSearch } from './recentSearches.ts'
import { text } from './text.ts'

/** Before anything is asked: what was asked lately, and what can be. */
export function SearchStart({ recent, onTry }: { recent: readonly RecentSearch[]; onTry: (words: string) => void }) {
  const t = useText(text)
  return (
    <>
      <Recent recent={recent} />
      <Section title={t.start}>
        <p className="t-2">{t.startNote}</p>
      </Section>
      <Section title={t.examplesTitle}>
        <dl className="search-examples">
          {t.examples.split('\n').map((line) => {
            const [example, meaning] = line.split('\t') as [string, string]
            return <Example key={example} example={example} meaning={meaning} onTry={onTry} />
          })}
        </dl>
      </Section>
    </>
  )
}

function Example({ example, meaning, onTry }: { example: string; meaning: string; onTry: (words: string) => void }) {
  return (
    <>
      <dt>
        <button type="button" className="t-mono t-sm" onClick={() => onTry(example)}>
          {example}
        </button>
      </dt>
      <dd className="t-2 t-sm">{meaning}</dd>
    </>
  )
}

/** The last searches of this device. */
export function Recent({ recent }: { recent: readonly RecentSearch[] }) {
  const t = useText(text)
  if (recent.length === 0) return null
  return (
    <Section
      title={t.recent}
      actions={
        <Button variant="bare" onClick={() => void forgetRecent()}>
          {t.forget}
        </Button>
      }
    >
      <ul className="search-saved">
        {recent.map(({ address, words }) => (
          <li key={address}>
            <LinkButton variant="bare" className="grow search-go" href={address} icon={SearchIcon}>
              <span className="cut grow" style={{ textAlign: 'start' }}>
                {words}
              </span>
            </LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}
