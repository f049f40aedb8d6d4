import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

type Screen = LazyExoticComponent<ComponentType>

export type AppRoute = {
  path: string
  screen: Screen
  /** which entry of the side bar and the dock is lit */
  place: Place
  /** the screen takes the whole phone: no dock */
  fullPhone?: boolean
  /** the kind of record the screen is there to change: where this device may not, it says so instead */
  changes?: string
}

export type Place = 'home' | 'candidates' | 'offers' | 'imports' | 'settings' | 'capture' | 'search' | 'more'

/** Loads a screen when its address is first visited; the service worker has it on disk by then. */
function screen<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): Screen {
  return lazy(async () => ({ default: (await load())[name] }))
}

const HomeScreen = screen(() => import('./HomeScreen.tsx'), 'HomeScreen')
const CandidateListScreen = screen(() => import('./CandidateListRoute.tsx'), 'CandidateListRoute')
const CandidateNewScreen = screen(() => import('../candidates/CandidateNewScreen.tsx'), 'CandidateNewScreen')
const CandidateScreen = screen(() => import('./CandidateRoute.tsx'), 'CandidateRoute')
const BinScreen = screen(() => import('../candidates/BinScreen.tsx'), 'BinScreen')
const MergeScreen = screen(() => import('../candidates/MergeScreen.tsx'), 'MergeScreen')
const DuplicatesScreen = screen(() => import('../candidates/DuplicatesScreen.tsx'), 'DuplicatesScreen')
const ImportsScreen = screen(() => import('../imports/ImportsScreen.tsx'), 'ImportsScreen')
const ReviewScreen = screen(() => import('../imports/ReviewScreen.tsx'), 'ReviewScreen')
const CaptureScreen = screen(() => import('../imports/CaptureScreen.tsx'), 'CaptureScreen')
const OfferListScreen = screen(() => import('../offers/OfferListScreen.tsx'), 'OfferListScreen')
const OfferNewScreen = screen(() => import('../offers/OfferNewScreen.tsx'), 'OfferNewScreen')
const OfferScreen = screen(() => import('./OfferRoute.tsx'), 'OfferRoute')
const ExplanationScreen = screen(() => import('../matching/ExplanationScreen.tsx'), 'ExplanationScreen')
const DecisionSheetScreen = screen(() => import('../matching/DecisionSheetScreen.tsx'), 'DecisionSheetScreen')
const CompareScreen = screen(() => import('../matching/CompareScreen.tsx'), 'CompareScreen')
const BiasScreen = screen(() => import('../matching/BiasScreen.tsx'), 'BiasScreen')
const ScoreLogScreen = screen(() => import('../matching/ScoreLogScreen.tsx'), 'ScoreLogScreen')
const SettingsScreen = screen(() => import('./SettingsRoute.tsx'), 'SettingsRoute')
const SearchScreen = screen(() => import('../search/SearchScreen.tsx'), 'SearchScreen')
const AdvertSearchScreen = screen(() => import('./AdvertSearchRoute.tsx'), 'AdvertSearchRoute')
const DevicesScreen = screen(() => import('../devices/DevicesScreen.tsx'), 'DevicesScreen')
const InviteScreen = screen(() => import('../devices/InviteScreen.tsx'), 'InviteScreen')
const OfferGuestsScreen = screen(() => import('../devices/OfferGuestsScreen.tsx'), 'OfferGuestsScreen')
const ShareScreen = screen(() => import('../devices/ShareScreen.tsx'), 'ShareScreen')
const KitScreen = screen(() => import('../devices/KitScreen.tsx'), 'KitScreen')
const JoinScreen = screen(() => import('../devices/JoinScreen.tsx'), 'JoinScreen')
const RecoverScreen = screen(() => import('../devices/RecoverScreen.tsx'), 'RecoverScreen')
const ConflictsScreen = screen(() => import('./ConflictsRoute.tsx'), 'ConflictsRoute')
const HandOverScreen = screen(() => import('../devices/HandOverScreen.tsx'), 'HandOverScreen')
const ReceiveScreen = screen(() => import('../devices/ReceiveScreen.tsx'), 'ReceiveScreen')
const ErasuresScreen = screen(() => import('../devices/ErasuresScreen.tsx'), 'ErasuresScreen')
const ErasureScreen = screen(() => import('../devices/ErasureScreen.tsx'), 'ErasureScreen')
const SyncScreen = screen(() => import('../devices/SyncScreen.tsx'), 'SyncScreen')
const SecurityLogScreen = screen(() => import('../devices/SecurityLogScreen.tsx'), 'SecurityLogScreen')
const MoreScreen = screen(() => import('./MoreScreen.tsx'), 'MoreScreen')

/** Every address of the app. Order matters: the first that fits answers. */
export const routes: readonly AppRoute[] = [
  { path: '/', screen: HomeScreen, place: 'home' },
  { path: '/candidats', screen: CandidateListScreen, place: 'candidates' },
  { path: '/candidats/nouveau', screen: CandidateNewScreen, place: 'candidates', changes: 'candidate' },
  { path: '/candidats/:id', screen: CandidateScreen, place: 'candidates' },
  { path: '/corbeille', screen: BinScreen, place: 'settings' },
  { path: '/imports', screen: ImportsScreen, place: 'imports' },
  { path: '/imports/:id/relecture', screen: ReviewScreen, place: 'imports', changes: 'candidate' },
  { path: '/doublons', screen: DuplicatesScreen, place: 'candidates' },
  { path: '/doublons/:a/:b', screen: MergeScreen, place: 'candidates', changes: 'candidate' },
  { path: '/offres', screen: OfferListScreen, place: 'offers' },
  { path: '/offres/nouvelle', screen: OfferNewScreen, place: 'offers', changes: 'offer' },
  { path: '/offres/:id', screen: OfferScreen, place: 'offers' },
  { path: '/offres/:id/invites', screen: OfferGuestsScreen, place: 'offers', changes: 'offer' },
  { path: '/offres/:id/comparer', screen: CompareScreen, place: 'offers' },
  { path: '/offres/:id/candidats/:candidateId', screen: ExplanationScreen, place: 'offers' },
  { path: '/offres/:id/candidats/:candidateId/feuille', screen: DecisionSheetScreen, place: 'offers' },
  { path: '/reglages', screen: SettingsScreen, place: 'settings' },
  { path: '/reglages/:section', screen: SettingsScreen, place: 'settings' },
  { path: '/controle-d-equite', screen: BiasScreen, place: 'settings' },
  { path: '/registre-des-scores', screen: ScoreLogScreen, place: 'settings' },
  { path: '/appareils', screen: DevicesScreen, place: 'settings' },
  { path: '/appareils/inviter', screen: InviteScreen, place: 'settings' },
  { path: '/appareils/partager', screen: ShareScreen, place: 'settings' },
  { path: '/appareils/secours', screen: KitScreen, place: 'settings' },
  { path: '/rejoindre', screen: JoinScreen, place: 'settings' },
  { path: '/rejoindre/secours', screen: RecoverScreen, place: 'settings' },
  { path: '/conflits', screen: ConflictsScreen, place: 'candidates' },
  { path: '/remettre', screen: HandOverScreen, place: 'candidates' },
  { path: '/recevoir', screen: ReceiveScreen, place: 'candidates' },
  { path: '/effacements', screen: ErasuresScreen, place: 'settings' },
  { path: '/effacements/:id', screen: ErasureScreen, place: 'settings' },
  { path: '/synchronisation', screen: SyncScreen, place: 'settings' },
  { path: '/journal-de-securite', screen: SecurityLogScreen, place: 'settings' },
  { path: '/capturer', screen: CaptureScreen, place: 'capture', fullPhone: true, changes: 'document' },
  { path: '/recherche', screen: SearchScreen, place: 'search' },
  { path: '/recherche/annonce', screen: AdvertSearchScreen, place: 'search' },
  { path: '/plus', screen: MoreScreen, place: 'more' },
]

/** What counts as the same screen for the animation of focus and scroll: the pathname alone. */
export function placeOf(pathname: string): Place {
  const first = pathname.split('/')[1] ?? ''
  const places: Record<string, Place> = {
    '': 'home',
    candidats: 'candidates',
    corbeille: 'settings',
    imports: 'imports',
    doublons: 'candidates',
    offres: 'offers',
    reglages: 'settings',
    'controle-d-equite': 'settings',
    'registre-des-scores': 'settings',
    appareils: 'settings',
    rejoindre: 'settings',
    remettre: 'candidates',
    recevoir: 'candidates',
    effacements: 'settings',
    synchronisation: 'settings',
    conflits: 'candidates',
    'journal-de-securite': 'settings',
    capturer: 'capture',
    recherche: 'search',
    plus: 'more',
  }
  return places[first] ?? 'home'
}
