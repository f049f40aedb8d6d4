import { FileUp, GitMerge, QrCode, Tag, Trash2, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { monthsOfExperience } from '../model/career.ts'
import type { CandidateRow } from '../model/listQuery.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Menu } from '../ui/Menu.tsx'
import { Reserved } from '../ui/Reserved.tsx'
import { saveFile } from '../ui/saveFile.ts'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/toast.ts'
import { act } from './act.ts'
import { toCsv, toJsonResume } from './exportCandidates.ts'
import { binCandidates, noteExport, openCandidates, tagCandidates, useCodeOption } from './records.ts'
import { today, useWords } from './words.ts'

type SelectionBarProps = {
  /** Everyone chosen, in the order of the list. */
  chosen: readonly CandidateRow[]
  /** Tags in use, most frequent first. */
  tags: readonly string[]
  onClear: () => void
  isPhone: boolean
}

/** What can be done to those who are chosen. Floats over the list and never asks 'are you sure'. */
export function SelectionBar({ chosen, tags, onClear, isPhone }: SelectionBarProps) {
  const { t, count, persons } = useWords()
  const [, navigate] = useLocation()
  const option = useCodeOption()
  const ids = chosen.map(({ id }) => id)
  const exportAs = async (kind: 'csv' | 'json') => {
    const records = await openCandidates(ids)
    const month = today().slice(0, 7)
    const name = `${t.fileName}-${today()}`
    if (kind === 'csv') {
      const table = toCsv(records, t.csv, ({ fields }) => monthsOfExperience(fields.experiences, month), option)
      saveFile(new Blob([table], { type: 'text/csv;charset=utf-8' }), `${name}.csv`)
    } else {
      const resumes = records.map((record) => toJsonResume(record, month))
      const json = JSON.stringify(resumes.length === 1 ? resumes[0] : resumes, null, 2)
      saveFile(new Blob([json], { type: 'application/json' }), `${name}.json`)
    }
    void noteExport(records.length)
    toast({ text: t.list.exported(persons(records.length)) })
  }
  return (
    <div
      className={isPhone ? 'row wrap pop' : 'floatbar pop'}
      role="toolbar"
      aria-label={t.list.selection}
      {...(isPhone
        ? {
            style: {
              position: 'sticky',
              insetBlockEnd: 'calc(var(--vv-bar) + .5rem)',
              margin: '.5rem',
              padding: '.5rem',
              zIndex: 5,
            },
          }
        : {})}
    >
      <b className="t-m num nowrap">{ids.length === 1 ? t.list.chosenOne : t.list.chosen(count(ids.length))}</b>
      <TagMenu chosen={chosen} tags={tags} />
      {ids.length === 2 && (
        <LinkButton variant="bare" icon={GitMerge} changes="candidate" href={`/doublons/${ids[0]}/${ids[1]}`}>
          {t.list.compare}
        </LinkButton>
      )}
      <Menu
        align="start"
        trigger={
          <Button variant="bare" icon={FileUp}>
            {t.list.export}
          </Button>
        }
        items={[
          { label: t.list.exportCsv, onSelect: () => void exportAs('csv') },
          { label: t.list.exportJson, onSelect: () => void exportAs('json') },
          'separator',
          {
            label: t.list.handOver,
            icon: QrCode,
            // Ids go with the visit, not in the address: there may be hundreds.
            onSelect: () => navigate('/remettre', { state: { handOver: ids } }),
          },
        ]}
      />
      <Button
        variant="bare"
        icon={Trash2}
        changes="candidate"
        onClick={() => {
          void act(binCandidates(ids), t.list.binned(persons(ids.length)))
          onClear()
        }}
      >
        {t.list.toBin}
      </Button>
      <IconButton icon={X} name={t.list.clear} onClick={onClear} />
    </div>
  )
}

function TagMenu({ chosen, tags }: { chosen: readonly CandidateRow[]; tags: readonly string[] }) {
  const { t, persons } = useWords()
  const [typed, setTyped] = useState('')
  const ids = chosen.map(({ id }) => id)
  const put = (tag: string, on: boolean) =>
    act(
      tagCandidates(ids, tag, on),
      on ? t.list.tagged(persons(ids.length), tag) : t.list.untagged(persons(ids.length), tag),
    )
  return (
    <FilterMenu label={t.list.tagAction} icon={Tag}>
      <Reserved changes="candidate">
        <form
          className="stack g3"
          style={{ inlineSize: 'min(16rem, 80vw)' }}
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            if (typed.trim() === '') return
            void put(typed.trim(), true)
            setTyped('')
          }}
        >
          <TextInput label={t.list.tagField} value={typed} onChange={setTyped} autoFocus />
          {tags.slice(0, 8).map((tag) => {
            const bearing = chosen.filter((row) => row.tags.includes(tag)).length
            return (
              <Checkbox
                key={tag}
                checked={bearing === 0 ? false : bearing === chosen.length ? true : 'mixed'}
                onChange={(on) => void put(tag, on)}
              >
                {tag}
              </Checkbox>
            )
          })}
          {typed.trim() !== '' && (
            <Button type="submit" changes="candidate">
              {t.list.tagAction}
            </Button>
          )}
        </form>
      </Reserved>
    </FilterMenu>
  )
}
