import { useEffect, useMemo, useRef, useState } from 'react'
import { Dialog as Base } from '@base-ui/react/dialog'
import { Command as Cmdk } from 'cmdk'
import { Search } from 'lucide-react'
import { useLocation } from 'wouter'
import { Icon } from '../ui/Icon.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Marked } from '../ui/Marked.tsx'
import { scoreCommand, useCommandRegistry, type Command, type CommandGroup, type RecordHits } from './commands.ts'
import { closeLayers, useLayers } from './layers.ts'
import { text } from './text.ts'

/** The palette: records, then offers, then commands, those of the record in hand first. */
export function Palette() {
  const open = useLayers((layers) => layers.palette)
  const words = useText(text)
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && closeLayers()}>
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup className="palette" aria-label={words.paletteName}>
          <PaletteBody />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

function PaletteBody() {
  const words = useText(text)
  const [, navigate] = useLocation()
  const [query, setQuery] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const groups = useCommandRegistry((registry) => registry.groups)
  const found = useRecordHits(query)
  const shown = useMemo(() => shownGroups(groups, query), [groups, query])
  const record = groups.findLast((group) => group.record !== undefined)?.record

  useEffect(() => input.current?.focus(), [])

  const run = (action: () => void) => {
    closeLayers()
    // the layer gives the focus back first, so that what opens next can take it
    setTimeout(action)
  }

  return (
    <Cmdk shouldFilter={false} loop label={words.paletteName}>
      <div className="row g3 ask">
        <Icon as={Search} size="l" />
        <Cmdk.Input
          ref={input}
          value={query}
          onValueChange={setQuery}
          placeholder={words.palettePlaceholder}
          aria-label={words.palettePlaceholder}
        />
        {record !== undefined && <span className="chip line cut">{record}</span>}
      </div>
      <Cmdk.List className="answers" label={words.paletteName}>
        <Cmdk.Empty className="pad t-2">{words.paletteEmpty}</Cmdk.Empty>
        {found.map(({ group, hits }) => (
          <Cmdk.Group key={group} heading={<div className="ph">{group}</div>}>
            {hits.map((hit) => (
              <Cmdk.Item key={hit.id} value={hit.id} className="it" onSelect={() => run(() => navigate(hit.href))}>
                <Icon as={hit.icon} />
                <span className="cut">
                  <span className="t-m">
                    <Marked text={hit.label} ranges={hit.ranges ?? []} />
                  </span>
                  {hit.detail !== undefined && (
                    <span className="t-3">
                      {' '}
                      <Marked text={hit.detail} ranges={hit.detailRanges ?? []} />
                    </span>
                  )}
                </span>
              </Cmdk.Item>
            ))}
          </Cmdk.Group>
        ))}
        {shown.map((group) => (
          <Cmdk.Group key={group.id} heading={<div className="ph">{group.label}</div>}>
            {group.commands.map((command) => (
              <CommandItem
                key={command.id}
                value={`${group.id}/${command.id}`}
                command={command}
                onRun={() => run(command.run)}
              />
            ))}
          </Cmdk.Group>
        ))}
      </Cmdk.List>
      <div className="row t-sm t-3 foot" aria-hidden="true">
        <Kbd keys="↑" />
        <Kbd keys="↓" />
        {words.paletteChoose}
        <Kbd keys={words.enter} />
        {words.paletteOpen}
      </div>
    </Cmdk>
  )
}

type CommandItemProps = { value: string; command: Command; onRun: () => void }

function CommandItem({ value, command, onRun }: CommandItemProps) {
  return (
    <Cmdk.Item value={value} className="it" onSelect={onRun}>
      {command.icon !== undefined && <Icon as={command.icon} />}
      <span className="cut">
        <span className="t-m">{command.label}</span>
        {command.detail !== undefined && <span className="t-3"> {command.detail}</span>}
      </span>
      {command.kbd !== undefined && (
        <span className="end">
          <Kbd keys={command.kbd} />
        </span>
      )}
    </Cmdk.Item>
  )
}

/** Groups of the record in hand first, commands that answer best first. */
function shownGroups(groups: readonly CommandGroup[], query: string): CommandGroup[] {
  return groups
    .toSorted((a, b) => Number(b.record !== undefined) - Number(a.record !== undefined))
    .map((group) => ({
      ...group,
      commands: group.commands
        .map((command) => ({ command, score: scoreCommand(command, query) }))
        .filter(({ score }) => score > 0)
        .toSorted((a, b) => b.score - a.score)
        .map(({ command }) => command),
    }))
    .filter((group) => group.commands.length > 0)
}

/** What the rooms find for the query; an older answer never replaces a newer one. */
function useRecordHits(query: string): readonly RecordHits[] {
  const searches = useCommandRegistry((registry) => registry.searches)
  const language = useLanguage()
  const [found, setFound] = useState<readonly RecordHits[]>([])
  useEffect(() => {
    const typed = query.trim()
    if (typed === '') {
      setFound([])
      return
    }
    const stop = new AbortController()
    void Promise.allSettled(searches.map((search) => search(typed, language, stop.signal))).then((answers) => {
      if (stop.signal.aborted) return
      setFound(
        answers
          .flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
          .filter(({ hits }) => hits.length > 0),
      )
    })
    return () => stop.abort()
  }, [query, searches, language])
  return found
}
