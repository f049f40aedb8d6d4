import { Download, EyeOff, ImageOff } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { drawPage } from '../../workers/extraction/client.ts'
import {
  apartOf,
  readOriginal,
  readReading,
  type StoredDocument,
  useFetching,
  usePageImages,
} from '../documents/records.ts'
import { formatBytes, formatDate } from '../kit/format.ts'
import { Button } from '../ui/Button.tsx'
import { Columns } from '../ui/Columns.tsx'
import { doubtBelow } from '../kit/confidence.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { KeyValues } from '../ui/KeyValues.tsx'
import { type PageBox, PageViewer } from '../ui/PageViewer.tsx'
import { Passages } from '../ui/Passages.tsx'
import { saveFile } from '../ui/saveFile.ts'
import { Section } from '../ui/Section.tsx'
import { toast } from '../ui/toast.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { addressToBoxes, documentAddress } from './documentAddress.ts'
import { FileOnItsWay } from './FileOnItsWay.tsx'
import type { StoredCandidate } from './records.ts'
import { useWords } from './words.ts'

type DocumentsTabProps = { record: StoredCandidate; documents: readonly StoredDocument[]; search: URLSearchParams }

/** The files of a person beside what was read in them; the address may light boxes on a page. */
export function DocumentsTab({ record, documents, search }: DocumentsTabProps) {
  const { t } = useWords()
  const isPhone = useIsPhone()
  const [awayId, setAwayId] = useState('')
  const asked = documents.find(({ id }) => id === search.get('document'))
  const main = documents.find(({ id }) => id === record.fields.documentId)
  const shown = asked ?? main ?? documents.find(({ fields }) => fields.role === 'cv') ?? documents[0]
  if (shown === undefined) {
    return (
      <div className="scroll grow pad">
        <EmptyState title={t.documents.none}>{t.documents.noneNote}</EmptyState>
      </div>
    )
  }
  const boxes = shown === asked ? addressToBoxes(search) : []
  const facts = <Facts record={record} documents={documents} shown={shown} isAway={awayId === shown.id} />
  const page = <Page key={shown.id} record={record} document={shown} asked={boxes} onAway={setAwayId} />
  if (isPhone) {
    return (
      <>
        {facts}
        {page}
      </>
    )
  }
  return (
    <Columns widths="minmax(0,1fr) 23rem">
      {page}
      <div tabIndex={0} role="region" aria-label={t.documents.facts}>
        {facts}
      </div>
    </Columns>
  )
}

function Page({
  record,
  document,
  asked,
  onAway,
}: {
  record: StoredCandidate
  document: StoredDocument
  asked: ReturnType<typeof addressToBoxes>
  /** With the document's id while its file is not on this device, else ''. */
  onAway: (documentId: string) => void
}) {
  const { t, percent } = useWords()
  const [isShown, setIsShown] = useState(document.fields.role !== 'photo')
  const { pages, failed, isAway = false } = usePageImages(isShown ? document : null, drawPage)
  const isComing = useFetching(document.fields.blobId) !== null
  const awayId = isAway || isComing ? document.id : ''
  useEffect(() => onAway(awayId), [onAway, awayId])
  const [lit, setLit] = useState<string | null>(null)
  const boxes = useMemo(() => {
    const evidence: PageBox[] = asked.map((box, index) => ({
      ...box,
      id: `asked-${index}`,
      page: box.page - 1,
      kind: 'evidence',
      label: t.documents.evidence,
    }))
    if (evidence.length > 0) return evidence
    return Object.entries(record.about).flatMap(([path, { by, confidence = 1, source }]): PageBox[] => {
      if (source?.documentId !== document.id || by !== 'reader') return []
      const isDoubt = confidence < doubtBelow
      const label = fieldLabel(path, t.profile.fields)
      return source.boxes.map((box, index) => ({
        ...box,
        id: `${path} ${index}`,
        page: box.page - 1,
        kind: isDoubt ? 'doubt' : 'sure',
        label: isDoubt ? `${label}, ${percent(confidence)}` : label,
      }))
    })
  }, [asked, record.about, document.id, t, percent])
  if (!isShown) {
    return (
      <div className="pad">
        <EmptyState
          title={t.documents.photoHidden}
          icon={ImageOff}
          actions={<Button onClick={() => setIsShown(true)}>{t.documents.showPhoto}</Button>}
        >
          {t.documents.photoNote}
        </EmptyState>
      </div>
    )
  }
  if (failed && !isAway) return <PlainText document={document} />
  if (isAway || isComing)
    return (
      <FileOnItsWay document={document}>
        <ReadLines document={document} />
      </FileOnItsWay>
    )
  return (
    <PageViewer
      label={document.fields.fileName}
      head={<span className="t-sm cut">{document.fields.fileName}</span>}
      pages={pages}
      boxes={boxes}
      current={asked.length > 0 ? 'asked-0' : null}
      lit={lit}
      onBoxHover={setLit}
    />
  )
}

/** The name of a value by its path: 'Téléphone', 'Poste'. */
export function fieldLabel(path: string, words: Record<string, string>): string {
  const parts = path.split('/')
  return words[parts.length === 3 ? `${parts[0]}.${parts[2]}` : parts[0]!] ?? words[parts[0]!] ?? path
}

/** What was read, as text: for files that have no page to draw. */
function PlainText({ document }: { document: StoredDocument }) {
  const { t } = useWords()
  return (
    <div className="scroll grow pad" tabIndex={0} role="region" aria-label={document.fields.fileName}>
      <p className="t-3 t-sm">{t.documents.noPage}</p>
      <ReadLines document={document} />
    </div>
  )
}

function ReadLines({ document }: { document: StoredDocument }) {
  const isComing = useFetching(document.fields.readingBlobId) !== null
  const [lines, setLines] = useState<string[] | null>(null)
  useEffect(() => {
    let stopped = false
    void readReading(document).then((reading) => {
      if (!stopped) setLines(reading?.lines.map(({ text }) => text) ?? [])
    })
    return () => {
      stopped = true
    }
  }, [document, isComing])
  if (lines === null || lines.length === 0) return null
  return (
    <div
      className="quote"
      style={{ whiteSpace: 'pre-wrap', maxInlineSize: 'var(--vv-measure)', marginBlockStart: '.75rem' }}
    >
      {lines.join('\n')}
    </div>
  )
}

function Facts({
  record,
  documents,
  shown,
  isAway,
}: {
  record: StoredCandidate
  documents: readonly StoredDocument[]
  shown: StoredDocument
  isAway: boolean
}) {
  const { t, language, count } = useWords()
  const { fields } = shown
  const apart = apartOf(shown)
  const save = async () => {
    const file = await readOriginal(shown)
    if (file.ok) saveFile(file.value, fields.fileName)
    else toast({ text: t.documents.fileMissing })
  }
  return (
    <>
      {documents.length > 1 && (
        <Section title={t.documents.all}>
          <ul className="stack g1">
            {documents.map((document) => (
              <li key={document.id} className="row">
                <Link
                  className="plain cut grow"
                  href={documentAddress(record.id, document.id)}
                  aria-current={document.id === shown.id ? 'true' : undefined}
                >
                  <span className={document.id === shown.id ? 't-m' : 't-2'}>{document.fields.fileName}</span>
                </Link>
                <span className="t-sm t-3 nowrap">{formatDate(language, document.createdAt)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        title={t.documents.file}
        actions={
          <Button icon={Download} offBecause={isAway ? t.documents.fileMissing : undefined} onClick={() => void save()}>
            {t.documents.download}
          </Button>
        }
      >
        <KeyValues
          rows={[
            { key: 'name', label: t.documents.name, value: <span className="t-mono anywhere">{fields.fileName}</span> },
            { key: 'format', label: t.documents.format, value: fields.format.toUpperCase() },
            {
              key: 'size',
              label: t.documents.size,
              value: <span className="num">{formatBytes(language, fields.sizeBytes)}</span>,
            },
            {
              key: 'pages',
              label: t.documents.pages,
              value: <span className="num">{count(Math.max(1, fields.pageCount))}</span>,
            },
            { key: 'received', label: t.documents.received, value: formatDate(language, shown.createdAt) },
            {
              key: 'words',
              label: t.documents.words,
              value: fields.recognised ? t.documents.recognised : t.documents.fromText,
            },
          ]}
        />
        {!isAway && <p className="t-sm t-3">{t.documents.kept}</p>}
      </Section>
      {apart.length > 0 && (
        <Section title={t.documents.hidden} aside={count(apart.length)}>
          <p className="t-2 row top">
            <EyeOff className="i" aria-hidden="true" size={16} />
            <span>{t.documents.hiddenNote}</span>
          </p>
          <Passages passages={apart} />
        </Section>
      )}
    </>
  )
}
