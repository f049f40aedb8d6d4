import { UserCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { doubtBelow, sureFrom } from '../kit/confidence.ts'
import { Confidence } from '../ui/Confidence.tsx'
import { Icon } from '../ui/Icon.tsx'
import { documentAddress } from './documentAddress.ts'
import type { StoredCandidate } from './records.ts'
import { useWords } from './words.ts'

type ToldProps = {
  record: StoredCandidate
  /** Whose provenance is shown: `phone`, or the least sure of several. */
  path: string | readonly string[]
  /** Where a person's word needs no mark, because the whole entry is theirs. */
  quiet?: boolean
  children: ReactNode
}

/** A value with who says so: sure is plain, probable dotted, doubt rippled with its share, a person's word marked. */
export function Told({ record, path, quiet = false, children }: ToldProps) {
  const { t, percent } = useWords()
  const provenances = [path].flat().flatMap((at) => record.about[at] ?? [])
  const least = provenances.sort((a, b) => (a.confidence ?? 1) - (b.confidence ?? 1))[0]
  if (!least) return children
  if (least.by === 'assumed') {
    return (
      <>
        <span className="prob">{children}</span> <span className="t-3 t-sm">{t.assumed}</span>
      </>
    )
  }
  if (least.by === 'person') {
    if (quiet) return children
    const by = t.profile.saidBy(least.person ?? '')
    return (
      <>
        {children}{' '}
        <span className="conf hum" data-tip={by}>
          <Icon as={UserCheck} size="s" />
          <span className="sr">{by}</span>
        </span>
      </>
    )
  }
  const share = least.confidence ?? 1
  if (share >= sureFrom) return children
  if (share >= doubtBelow) {
    return (
      <span className="prob" data-tip={t.profile.readAt(percent(share))}>
        {children}
        <span className="sr"> {t.profile.readAt(percent(share))}</span>
      </span>
    )
  }
  const documentId = least.source?.documentId
  const doubt = <Confidence share={share}>{children}</Confidence>
  if (documentId === undefined) return doubt
  return (
    <Link
      className="plain"
      href={documentAddress(record.id, documentId, least.source?.boxes)}
      data-tip={t.profile.seeWhere}
    >
      {doubt}
    </Link>
  )
}
