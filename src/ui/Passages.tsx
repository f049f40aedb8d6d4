import { useText } from './language.ts'
import { passagesText } from './passagesText.ts'

/** Why words of a file stand here. */
type Reason = keyof (typeof passagesText)['fr']['reasons']

type PassagesProps = {
  passages: readonly {
    text: string
    /** From 1; 0 where the file has no pages of its own. */
    page: number
    reason: Reason
  }[]
}

/** Words of a file that were set apart or are remarked upon: the words themselves, where, and why, calmly. */
export function Passages({ passages }: PassagesProps) {
  const t = useText(passagesText)
  return (
    <ul className="passages">
      {passages.map(({ text, page, reason }) => (
        <li key={`${page} ${reason} ${text}`}>
          <blockquote className={reason === 'stuffing' || reason === 'advert' ? 'quote' : 'quote struck'} dir="auto">
            {text}
          </blockquote>
          <p className="t-sm t-2">
            {page > 0 && <span className="t-3">{t.onPage(page)} </span>}
            {t.reasons[reason]}
          </p>
        </li>
      ))}
    </ul>
  )
}
