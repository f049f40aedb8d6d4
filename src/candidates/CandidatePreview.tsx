import { Check, Maximize2, NotebookPen, Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { formatMonthRange } from '../kit/format.ts'
import { availabilityOf } from '../model/availability.ts'
import { type Candidate, inOrder, type TextLine } from '../model/candidate.ts'
import { codeShown } from '../model/codes.ts'
import { lastJob } from '../model/career.ts'
import { marksIn, readSearch, type Search } from '../model/searchWords.ts'
import { useDocument } from '../documents/records.ts'
import { LinkButton } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Icon } from '../ui/Icon.tsx'
import { KeyValues } from '../ui/KeyValues.tsx'
import { Quote } from '../ui/Quote.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { documentAddress } from './documentAddress.ts'
import { useCandidate, useCodeOption, useExchanges } from './records.ts'
import { languageLine } from './languageWords.ts'
import { maskedPhone, today, useWords } from './words.ts'

type PreviewProps = {
  id: string
  /** What is searched: its words are what the quotation shows. */
  words: string
  suits?: ReactNode
}

/** Who the cursor is on, without leaving the list. */
export function CandidatePreview({ id, words, suits }: PreviewProps) {
  const { t, language, ago, availability, place, contract, salary } = useWords()
  const live = useCandidate(id)
  const exchanges = useExchanges(id)
  const option = useCodeOption()
  if (live.state !== 'ready')
    return <div className="pad">{live.state === 'loading' && <Skeleton label={t.loading} />}</div>
  if (live.value === null) return null
  const { fields, about, updatedAt } = live.value
  const start = availabilityOf(fields, about, today())
  const job = lastJob(fields.experiences, today().slice(0, 7))?.[1]
  const quote = quoteOf(fields, readSearch(words))
  const code = codeShown(option, { id, codes: fields.codes, demo: live.value.demo })
  const latest = exchanges.state === 'ready' ? exchanges.value[0] : undefined
  const facts = [fields.headline || job?.title, place(fields)].filter(Boolean).join('. ')
  return (
    <>
      <div className="sect" style={{ gap: '.5rem' }}>
        <div className="row t-sm t-3">
          <span>{t.list.modified(ago(updatedAt))}</span>
          <Link
            className="btn icon bare end"
            href={`/candidats/${id}`}
            aria-label={t.list.openRecord}
            data-tip={t.list.openRecord}
            data-tip-key={t.enterKey}
          >
            <Icon as={Maximize2} />
          </Link>
        </div>
        <h2 className={fields.fullName === '' ? 't-name t-3' : 't-name'}>{fields.fullName || t.nameless}</h2>
        {code !== '' && <p className="num t-sm t-3">{code}</p>}
        {facts !== '' && <p className="t-2">{facts}.</p>}
        <div className="row wrap g1">
          {start.kind !== 'unknown' && (
            <Chip tone={start.kind === 'now' ? 'moss' : undefined} icon={start.kind === 'now' ? Check : undefined}>
              {availability(start)}
              {start.assumed && `, ${t.assumed}`}
            </Chip>
          )}
          {fields.contracts.map((kind) => (
            <Chip key={kind}>{contract(kind)}</Chip>
          ))}
          {Object.keys(fields.tags)
            .sort()
            .map((tag) => (
              <Chip key={tag} tone="line">
                {tag}
              </Chip>
            ))}
        </div>
        <div className="row wrap" style={{ marginBlockStart: '.25rem' }}>
          {fields.phone !== '' && (
            <a className="btn num" href={`tel:${fields.phone}`} aria-label={t.list.call(maskedPhone(fields.phone))}>
              <Icon as={Phone} />
              {maskedPhone(fields.phone)}
            </a>
          )}
          <LinkButton
            changes="interaction"
            href={`/candidats/${id}?onglet=echanges&note=oui`}
            icon={NotebookPen}
            kbd="N"
          >
            {t.list.note}
          </LinkButton>
          <LinkButton changes="candidate" href={`/candidats/${id}?modifier=identity`} kbd="E">
            {t.list.edit}
          </LinkButton>
        </div>
      </div>
      {suits}
      <div className="sect">
        {quote !== null && (
          <>
            <h3 className="t-head">{t.list.saysCv}</h3>
            <QuotedLine candidateId={id} line={quote.line} marks={quote.marks} />
          </>
        )}
        <KeyValues
          rows={[
            {
              key: 'job',
              label: t.list.lastJob,
              value: job ? (
                <>
                  {[job.title, job.organisation].filter(Boolean).join(', ')}{' '}
                  <span className="t-3">{formatMonthRange(language, job.start, job.end)}</span>
                </>
              ) : (
                <span className="t-3">{t.unknownMasculine}</span>
              ),
            },
            {
              key: 'languages',
              label: t.list.languages,
              value: inOrder(fields.languages)
                .map(([, spoken]) => languageLine(spoken, language))
                .join(', ') || <span className="t-3">{t.unknownPlural}</span>,
            },
            {
              key: 'salary',
              label: t.list.wishes,
              value: salary(fields) ? (
                <span className="num">{salary(fields)}</span>
              ) : (
                <span className="t-3">{t.unknownPlural}</span>
              ),
            },
            {
              key: 'contact',
              label: t.list.lastContact,
              value: latest ? ago(latest.fields.at) : <span className="t-3">{t.list.none}</span>,
            },
          ]}
        />
      </div>
    </>
  )
}

function QuotedLine({
  candidateId,
  line,
  marks,
}: {
  candidateId: string
  line: TextLine
  marks: { start: number; end: number }[]
}) {
  const { t, count } = useWords()
  const document = useDocument(line.documentId ?? '')
  const file = document.state === 'ready' ? document.value?.fields.fileName : undefined
  return (
    <>
      <Quote text={line.text} ranges={marks} />
      {file !== undefined && line.documentId !== undefined && (
        <span>
          <Link className="src" href={documentAddress(candidateId, line.documentId, line.boxes)}>
            {t.list.page(file, count(line.boxes?.[0]?.page ?? 1))}
          </Link>
        </span>
      )}
    </>
  )
}

/** Shorter lines are heads and crumbs; longer ones do not fit beside a list. */
const quotable = { shortest: 30, longest: 240 }

/** The line of the CV that answers the search, else the one of the latest job that names most skills. */
function quoteOf(
  fields: Candidate,
  search: Search,
): { line: TextLine; marks: { start: number; end: number }[] } | null {
  const jobs = Object.values(fields.experiences).flatMap(({ lines }) => lines)
  const latest = lastJob(fields.experiences, today().slice(0, 7))?.[1].lines ?? []
  const lines = [...latest, ...jobs, ...fields.summary, ...fields.otherLines].filter(
    ({ text }) => text.length >= quotable.shortest && text.length <= quotable.longest,
  )
  const best = (wanted: Search) =>
    lines
      .map((line) => ({ line, marks: marksIn(line.text, wanted) }))
      .reduce<{ line: TextLine; marks: { start: number; end: number }[] } | null>(
        (kept, next) => (next.marks.length > (kept?.marks.length ?? 0) ? next : kept),
        null,
      )
  const skills: Search = Object.values(fields.skills).map(({ name }) =>
    readSearch(`"${name.replaceAll('"', ' ')}"`).flat(),
  )
  const found = search.length > 0 ? best(search) : null
  return found ?? best(skills) ?? (lines[0] ? { line: lines[0], marks: [] } : null)
}
