import {
  Archive,
  BookA,
  Database,
  HardDrive,
  Info,
  Keyboard,
  type LucideIcon,
  MonitorSmartphone,
  Radio,
  SlidersVertical,
  User,
  Waves,
} from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Link, useParams } from 'wouter'
import { formatDay } from '../kit/format.ts'
import { Button } from '../ui/Button.tsx'
import { Columns } from '../ui/Columns.tsx'
import { Icon } from '../ui/Icon.tsx'
import { KeyValues } from '../ui/KeyValues.tsx'
import { usePreferences, useLanguage, useText } from '../ui/language.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Reserved } from '../ui/Reserved.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Section } from '../ui/Section.tsx'
import { Switch } from '../ui/Switch.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/toast.ts'
import { useUnsaved } from '../ui/unsaved.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { BackupSettings } from './BackupSettings.tsx'
import { FileNumbers } from './FileNumbers.tsx'
import { saveSetting, type SettingName, useSetting } from './records.ts'
import './settings.css'
import { text } from './text.ts'

const sections = ['account', 'ranking', 'lexicon', 'relay', 'storage', 'backup', 'demo', 'keyboard', 'about'] as const
type SectionName = (typeof sections)[number]
/** Addresses are French, as everywhere. */
const slugs: Record<SectionName, string> = {
  account: 'compte',
  ranking: 'classement',
  lexicon: 'lexique',
  relay: 'relais',
  storage: 'stockage',
  backup: 'sauvegarde',
  demo: 'demonstration',
  keyboard: 'clavier',
  about: 'a-propos',
}
const icons: Record<SectionName, LucideIcon> = {
  account: User,
  ranking: SlidersVertical,
  lexicon: BookA,
  relay: Radio,
  storage: HardDrive,
  backup: Archive,
  demo: Waves,
  keyboard: Keyboard,
  about: Info,
}

/** What a person chooses about this device and this workspace. `demo`, `offline`, `ranking`, `lexicon` and `relay` come from the shell. */
export function SettingsScreen({
  demo,
  offline,
  ranking,
  lexicon,
  relay,
}: {
  demo?: ReactNode
  offline?: ReactNode
  ranking?: ReactNode
  lexicon?: ReactNode
  relay?: ReactNode
}) {
  const t = useText(text)
  const isPhone = useIsPhone()
  const { section: slug } = useParams<{ section?: string }>()
  const current = sections.find((name) => slugs[name] === slug)
  const shown: SectionName = current ?? 'account'
  const parts: Record<SectionName, ReactNode> = {
    account: <Account />,
    ranking,
    lexicon,
    relay,
    storage: <Storage offline={offline} />,
    backup: <BackupSettings />,
    demo: <Section title={t.sections.demo}>{demo}</Section>,
    keyboard: <KeyboardPart />,
    about: <About />,
  }
  const list = (
    <nav aria-label={t.title} className={isPhone ? undefined : 'settings-nav'}>
      <ul className={isPhone ? 'plist' : undefined}>
        {sections.map((name) => (
          <li key={name}>
            <Link
              className={isPhone ? 'it' : 'settings-link'}
              href={`/reglages/${slugs[name]}`}
              aria-current={!isPhone && name === shown ? 'page' : undefined}
            >
              <Icon as={icons[name]} />
              {t.sections[name]}
            </Link>
          </li>
        ))}
        <li>
          <Link className={isPhone ? 'it' : 'settings-link'} href="/appareils">
            <Icon as={MonitorSmartphone} />
            {t.devicesLink}
          </Link>
        </li>
        <li>
          <Link className={isPhone ? 'it' : 'settings-link'} href="/corbeille">
            <Icon as={Database} />
            {t.binLink}
          </Link>
        </li>
      </ul>
    </nav>
  )
  if (isPhone) {
    return current ? (
      <Screen title={t.sections[current]} back={{ href: '/reglages', label: t.title }}>
        {parts[current]}
      </Screen>
    ) : (
      <Screen title={t.title} back={{ href: '/plus', label: t.title }}>
        {list}
      </Screen>
    )
  }
  return (
    <Screen title={t.title}>
      <Columns widths="13.5rem minmax(0,1fr)">
        {list}
        <div className="settings-part">{parts[shown]}</div>
      </Columns>
    </Screen>
  )
}

function Account() {
  const t = useText(text)
  const language = useLanguage()
  const { theme, density, change } = usePreferences()
  return (
    <>
      <Section title={t.sections.account}>
        <p className="t-2 measure">{t.accountNote}</p>
        <SettingInput name="device.person" label={t.person} autoComplete="name" />
        <SettingInput name="workspace.name" label={t.workspace} autoComplete="organization" />
      </Section>
      <Section title={t.language} level={3}>
        <RadioGroup
          label={t.language}
          hideLabel
          value={language}
          onChange={(value) => change({ language: value as 'fr' | 'en' })}
          options={[
            { value: 'fr', label: t.french },
            { value: 'en', label: t.english },
          ]}
        />
      </Section>
      <Section title={t.theme} level={3}>
        <RadioGroup
          label={t.theme}
          hideLabel
          value={theme}
          onChange={(value) => change({ theme: value as typeof theme })}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t.themes[value] }))}
        />
      </Section>
      <Section title={t.density} level={3}>
        <RadioGroup
          label={t.density}
          hideLabel
          value={density}
          onChange={(value) => change({ density: value as typeof density })}
          options={(['comfortable', 'compact'] as const).map((value) => ({ value, label: t.densities[value] }))}
        />
      </Section>
      <FileNumbers />
    </>
  )
}

function SettingInput({ name, label, autoComplete }: { name: SettingName; label: string; autoComplete: string }) {
  const t = useText(text)
  const live = useSetting(name)
  const stored = live.state === 'ready' ? live.value : ''
  const [draft, setDraft] = useState<string | null>(null)
  const value = draft ?? stored
  const dirty = draft !== null && draft !== stored
  useUnsaved(dirty, label)
  const save = async () => {
    const done = await saveSetting(name, value.trim())
    if (done.ok) setDraft(null)
    toast({ text: done.ok ? t.saved : t.notSaved })
  }
  return (
    // The person's name is this device's own; the others are the workspace's.
    <Reserved changes={name === 'device.person' ? '' : 'setting'}>
      <form
        className="settings-line"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextInput label={label} value={value} onChange={setDraft} autoComplete={autoComplete} />
        <Button type="submit" variant={dirty ? 'first' : 'plain'}>
          {t.save}
        </Button>
      </form>
    </Reserved>
  )
}

function Storage({ offline }: { offline: ReactNode }) {
  const t = useText(text)
  const [facts, setFacts] = useState<{ used: number; quota: number; persisted: boolean } | null>(null)
  const read = async () => {
    const estimate = await navigator.storage?.estimate?.()
    const persisted = (await navigator.storage?.persisted?.()) ?? false
    setFacts({ used: estimate?.usage ?? 0, quota: estimate?.quota ?? 0, persisted })
  }
  useEffect(() => {
    void read()
  }, [])
  const ask = async () => {
    const granted = (await navigator.storage?.persist?.()) ?? false
    if (!granted) toast({ text: t.askRefused })
    await read()
  }
  return (
    <Section title={t.sections.storage}>
      <p className="t-2 measure">{t.storageNote}</p>
      <KeyValues
        rows={[
          {
            key: 'used',
            label: t.used,
            value: facts && facts.quota > 0 ? t.usedOf(facts.used, facts.quota) : t.unknown,
          },
          {
            key: 'kept',
            label: t.kept,
            value: (
              <span className="row wrap">
                {facts?.persisted ? t.persisted : t.evictable}
                {facts && !facts.persisted && <Button onClick={() => void ask()}>{t.askPersist}</Button>}
              </span>
            ),
          },
          ...(offline ? [{ key: 'offline', label: t.offline, value: offline }] : []),
          { key: 'sealed', label: t.sealed, value: t.sealedNote },
        ]}
      />
    </Section>
  )
}

function KeyboardPart() {
  const t = useText(text)
  const { singleKeys, change } = usePreferences()
  return (
    <Section title={t.sections.keyboard}>
      <p className="t-2 measure">{t.keyboardNote}</p>
      <Switch checked={singleKeys} onChange={(on) => change({ singleKeys: on })}>
        {t.singleKeys}
      </Switch>
      <p className="t-sm t-3 measure">{t.singleKeysHelp}</p>
    </Section>
  )
}

function About() {
  const t = useText(text)
  const language = useLanguage()
  return (
    <Section title={t.sections.about}>
      <p className="t-2 measure">{t.aboutNote}</p>
      <KeyValues
        rows={[
          {
            key: 'version',
            label: t.version,
            value: `${__VIVIER_VERSION__}, ${formatDay(language, __VIVIER_BUILT__)}`,
          },
          { key: 'engine', label: t.engine, value: t.engineNote },
          { key: 'esco', label: 'ESCO', value: t.esco },
          { key: 'rome', label: 'ROME', value: t.rome },
          { key: 'geonames', label: 'GeoNames', value: t.geonames },
        ]}
      />
    </Section>
  )
}
