import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useParams } from 'wouter'
import { formatDate, formatHour } from '../kit/format.ts'
import { useSetting } from '../settings/records.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { KeyValues } from '../ui/KeyValues.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { DevicePage } from './DevicePage.tsx'
import './devices.css'
import { erasureText } from './erasureText.ts'
import { Points } from './Points.tsx'
import { referenceOf, useErasedPeople, useErasureProofs, useOtherDevices, useSyncStatus } from './records.ts'

/** A sheet for the person who asked: what was erased, when, which devices have confirmed it, and what it cannot reach. */
export function ErasureScreen() {
  const t = useText(erasureText)
  const language = useLanguage()
  const isPhone = useIsPhone()
  const { id = '' } = useParams<{ id: string }>()
  const live = useErasedPeople()
  const others = useOtherDevices()
  const status = useSyncStatus()
  const proofs = useErasureProofs()
  const workspace = useSetting('workspace.name')
  const [name, setName] = useState('')
  const erasure = live.state === 'ready' ? live.value.find((each) => each.id === id) : undefined
  const print = (
    <Button variant="first" icon={Printer} onClick={() => window.print()}>
      {t.print}
    </Button>
  )
  const when = (at: number) => `${formatDate(language, at)}, ${formatHour(language, at)}`
  const relayAt = proofs.find((proof) => proof.id === id)?.relayAt
  return (
    <DevicePage
      title={t.certificate}
      back={{ href: '/effacements', label: t.title }}
      isBelow
      actions={erasure && print}
    >
      {live.state !== 'ready' ? (
        <div className="pad">
          <Skeleton lines={5} label={t.loading} />
        </div>
      ) : erasure === undefined ? (
        <EmptyState title={t.missing} />
      ) : (
        <>
          <div className="pad dev-form unprinted">
            <TextInput label={t.name} value={name} onChange={setName} help={t.nameHelp} />
            {isPhone && <span>{print}</span>}
          </div>
          <div className="printable">
            <Section title={t.certificate}>
              <KeyValues
                rows={[
                  ...(name.trim() === '' ? [] : [{ key: 'name', label: t.person, value: name.trim() }]),
                  {
                    key: 'reference',
                    label: t.reference,
                    value: <bdi className="t-mono">{referenceOf(erasure.id)}</bdi>,
                  },
                  { key: 'at', label: t.at, value: when(erasure.at) },
                  ...(erasure.by === '' ? [] : [{ key: 'by', label: t.who, value: erasure.by }]),
                  ...(workspace.state === 'ready' && workspace.value !== ''
                    ? [{ key: 'space', label: t.space, value: workspace.value }]
                    : []),
                ]}
              />
            </Section>
            <Section title={t.what}>
              <Points lines={t.whatList} />
            </Section>
            <Section title={t.where}>
              <KeyValues
                rows={[
                  { key: 'this', label: t.thisDevice, value: t.done },
                  ...others.map((device) => ({
                    key: device.id,
                    label: device.name,
                    value: erasure.confirmedBy.includes(device.id) ? t.confirmed : t.notYet,
                  })),
                  ...(status === null
                    ? []
                    : [
                        {
                          key: 'relay',
                          label: t.relay,
                          value:
                            relayAt !== undefined
                              ? t.relayReplaced(when(relayAt))
                              : erasure.isSent
                                ? t.relaySent
                                : t.relayWaits,
                        },
                      ]),
                ]}
              />
              {others.length > 0 && <p className="t-sm t-3 measure">{t.confirmNote}</p>}
            </Section>
            <Section title={t.stays}>
              <Points lines={t.staysList} />
            </Section>
            <Section title={t.beyond}>
              <Points lines={t.beyondList} />
            </Section>
          </div>
        </>
      )}
    </DevicePage>
  )
}
