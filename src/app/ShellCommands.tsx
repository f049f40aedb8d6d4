import { useMemo } from 'react'
import {
  Briefcase,
  FilePlus2,
  House,
  Inbox,
  Keyboard,
  Languages,
  MonitorCog,
  MonitorSmartphone,
  QrCode,
  Moon,
  Rows3,
  ScanLine,
  Search,
  Settings2,
  Sun,
  Trash2,
  UserPlus,
  Users,
} from 'lucide-react'
import { useLocation } from 'wouter'
import { setLanguage, useLanguage, usePreferences, useText } from '../ui/language.ts'
import { useHotkeys } from '../ui/useHotkeys.ts'
import { useCommands, type CommandGroup } from './commands.ts'
import { closeLayers, openKeys, openPalette, useLayers } from './layers.ts'
import { useLimitedRole } from './roleLimits.tsx'
import { text } from './text.ts'

/** What a guest of one offer has no use for. */
const notForGuests: ReadonlySet<string> = new Set([
  'import',
  'scan',
  'addCandidate',
  'addOffer',
  'imports',
  'search',
  'bin',
  'receive',
  'backup',
])

/** The shell's own commands and keys; draws nothing. */
export function ShellCommands({ chooseFiles }: { chooseFiles: () => void }) {
  const words = useText(text)
  const language = useLanguage()
  const [, navigate] = useLocation()
  const change = usePreferences((preferences) => preferences.change)
  const theme = usePreferences((preferences) => preferences.theme)
  const density = usePreferences((preferences) => preferences.density)
  const isGuest = useLimitedRole() === 'guest'

  const doing = useMemo<CommandGroup>(
    () => ({
      id: 'shell',
      label: words.commands,
      commands: [
        {
          id: 'import',
          label: words.importFiles,
          icon: FilePlus2,
          keywords: 'cv pdf docx fichier file',
          run: chooseFiles,
        },
        {
          id: 'scan',
          label: words.scan,
          icon: ScanLine,
          keywords: 'photo camera capturer',
          run: () => navigate('/capturer'),
        },
        {
          id: 'addCandidate',
          label: words.addCandidate,
          icon: UserPlus,
          keywords: 'nouveau new personne person',
          run: () => navigate('/candidats/nouveau'),
        },
        {
          id: 'addOffer',
          label: words.addOffer,
          icon: Briefcase,
          keywords: 'nouvelle new annonce advert',
          run: () => navigate('/offres/nouvelle'),
        },
      ].filter(({ id }) => !isGuest || !notForGuests.has(id)),
    }),
    [words, navigate, chooseFiles, isGuest],
  )
  const going = useMemo<CommandGroup>(
    () => ({
      id: 'go',
      label: words.goGroup,
      commands: [
        { id: 'home', label: words.home, icon: House, kbd: 'G+A', run: () => navigate('/') },
        { id: 'candidates', label: words.candidates, icon: Users, kbd: 'G+C', run: () => navigate('/candidats') },
        { id: 'offers', label: words.offers, icon: Briefcase, kbd: 'G+O', run: () => navigate('/offres') },
        { id: 'imports', label: words.imports, icon: Inbox, kbd: 'G+I', run: () => navigate('/imports') },
        { id: 'search', label: words.searchPlace, icon: Search, kbd: '/', run: () => navigate('/recherche') },
        { id: 'bin', label: words.bin, icon: Trash2, run: () => navigate('/corbeille') },
        { id: 'settings', label: words.settings, icon: Settings2, kbd: 'G+R', run: () => navigate('/reglages') },
        {
          id: 'devices',
          label: words.devices,
          icon: MonitorSmartphone,
          keywords: 'partage équipe relais synchronisation sync team relay share',
          run: () => navigate('/appareils'),
        },
        {
          id: 'receive',
          label: words.receive,
          icon: QrCode,
          keywords: 'remise qr hand over offline',
          run: () => navigate('/recevoir'),
        },
        {
          id: 'backup',
          label: words.backup,
          icon: Settings2,
          keywords: 'export sauvegarde backup',
          run: () => navigate('/reglages/sauvegarde'),
        },
      ].filter(({ id }) => !isGuest || !notForGuests.has(id)),
    }),
    [words, navigate, isGuest],
  )
  const looking = useMemo<CommandGroup>(
    () => ({
      id: 'appearance',
      label: words.appearance,
      commands: [
        language === 'fr'
          ? {
              id: 'english',
              label: words.useEnglish,
              icon: Languages,
              keywords: 'langue language anglais',
              run: () => setLanguage('en'),
            }
          : {
              id: 'french',
              label: words.useFrench,
              icon: Languages,
              keywords: 'langue language français',
              run: () => setLanguage('fr'),
            },
        {
          id: 'light',
          label: words.themeLight,
          icon: Sun,
          keywords: 'clair light',
          run: () => change({ theme: 'light' }),
        },
        {
          id: 'dark',
          label: words.themeDark,
          icon: Moon,
          keywords: 'sombre dark nuit',
          run: () => change({ theme: 'dark' }),
        },
        { id: 'system', label: words.themeSystem, icon: MonitorCog, run: () => change({ theme: 'system' }) },
        density === 'compact'
          ? {
              id: 'comfortable',
              label: words.densityComfortable,
              icon: Rows3,
              run: () => change({ density: 'comfortable' }),
            }
          : { id: 'compact', label: words.densityCompact, icon: Rows3, run: () => change({ density: 'compact' }) },
        { id: 'keys', label: words.showKeys, icon: Keyboard, kbd: '?', run: openKeys },
      ].filter((command) => command.id !== theme),
    }),
    [words, language, change, theme, density],
  )
  useCommands(doing)
  useCommands(going)
  useCommands(looking)

  useHotkeys({
    '?': openKeys,
    '/': () => focusSearch(() => navigate('/recherche')),
    'g a': () => navigate('/'),
    'g c': () => navigate('/candidats'),
    'g o': () => navigate('/offres'),
    'g i': () => navigate('/imports'),
    'g r': () => navigate('/reglages'),
  })
  const togglePalette = () => (useLayers.getState().palette ? closeLayers() : openPalette())
  useHotkeys({ 'Mod+k': togglePalette }, { inFields: true, inLayers: true })
  return null
}

/** The cursor goes to the screen's own search; without one, to the search screen. */
function focusSearch(otherwise: () => void): void {
  for (const field of document.querySelectorAll<HTMLElement>('[data-search]')) {
    if (!field.checkVisibility()) continue
    field.focus()
    return
  }
  otherwise()
}
