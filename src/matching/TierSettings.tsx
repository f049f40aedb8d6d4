import { Download, FolderOpen, Pause, Play, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { formatBytes, formatNumber, formatPercent } from '../kit/format.ts'
import type { TierState } from '../../workers/matching/tier/protocol.ts'
import { Button } from '../ui/Button.tsx'
import { FilePicker } from '../ui/FilePicker.tsx'
import { KeyValues } from '../ui/KeyValues.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { Section } from '../ui/Section.tsx'
import { Switch } from '../ui/Switch.tsx'
import { installModelFiles, tierVerbs, useTier } from './tier.ts'
import { tierText } from './tierText.ts'

/** The optional model of this device: where it comes from, where it stands, and how to be rid of it. */
export function TierSettings() {
  const t = useText(tierText)
  const { state, failed } = useTier()
  return (
    <Section title={t.title}>
      <p className="t-2 measure">{t.note}</p>
      {failed ? (
        <p role="status">{t.stopped}</p>
      ) : state ? (
        <Standing state={state} />
      ) : (
        <p role="status">{t.starting}</p>
      )}
    </Section>
  )
}

function Standing({ state }: { state: TierState }) {
  const t = useText(tierText)
  const language = useLanguage()
  const size = (bytes: number) => formatBytes(language, bytes)
  const failure = state.failure ? t.failures[state.failure] : ''
  if (state.state === 'absent') {
    const { offered } = state
    const offerWords = offered && offered.hub !== '' ? t.offeredFrom : t.offered
    return (
      <>
        <p role="status">
          {failure || t.absent} {offered ? offerWords(offered.name, size(offered.bytes), offered.hub) : t.notOffered}
        </p>
        <div className="row wrap">
          {offered && (
            <Button icon={Download} variant="first" onClick={tierVerbs.download}>
              {t.download(size(offered.bytes))}
            </Button>
          )}
          <PickFiles />
        </div>
        <p className="t-sm t-3 measure">{offered && offered.hub !== '' ? t.hubAsked(offered.hub) : t.hub}</p>
      </>
    )
  }
  const { model } = state
  const percent = (share: number) => formatPercent(language, share)
  const count = (number: number) => formatNumber(language, number)
  return (
    <>
      <KeyValues
        rows={[
          { key: 'model', label: t.model, value: t.modelWords(model.name, size(model.bytes)) },
          { key: 'state', label: t.state, value: <span role="status">{t.states[state.state]}</span> },
          ...('own' in state
            ? [{ key: 'verdict', label: t.verdict, value: t.verdictWords(percent(state.own), percent(state.embedded)) }]
            : []),
          ...('done' in state
            ? [{ key: 'received', label: t.received, value: t.progress(size(state.done), size(model.bytes)) }]
            : []),
          ...(state.state === 'active' && state.total > 0
            ? [{ key: 'reading', label: t.reading, value: t.progress(count(state.held), count(state.total)) }]
            : []),
        ]}
      />
      {failure !== '' && <p role="alert">{failure}</p>}
      {state.state === 'refused' && <p className="t-2 measure">{t.refusedNote}</p>}
      {(state.state === 'downloading' || state.state === 'paused') && (
        <ProgressBar
          label={t.states[state.state]}
          share={state.done / model.bytes}
          valueText={t.progress(size(state.done), size(model.bytes))}
        />
      )}
      {(state.state === 'active' || state.state === 'off') && (
        <Switch checked={state.state === 'active'} onChange={tierVerbs.turn}>
          {t.on}
        </Switch>
      )}
      <div className="row wrap">
        {state.state === 'downloading' && (
          <Button icon={Pause} onClick={tierVerbs.pause}>
            {t.pause}
          </Button>
        )}
        {state.state === 'paused' && (
          <Button icon={Play} variant="first" onClick={tierVerbs.download}>
            {t.resume}
          </Button>
        )}
        {state.state !== 'downloading' && state.state !== 'checking' && (
          <>
            <PickFiles />
            <Button icon={Trash2} onClick={tierVerbs.remove}>
              {t.remove}
            </Button>
          </>
        )}
      </div>
    </>
  )
}

function PickFiles() {
  const t = useText(tierText)
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <FilePicker picker={picker} multiple onFiles={installModelFiles} data-testid="model-picker" />
      <Button icon={FolderOpen} onClick={() => picker.current?.click()}>
        {t.choose}
      </Button>
    </>
  )
}
