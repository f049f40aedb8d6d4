import { stemOf } from '../tokens.ts'

/** Heads of titles that say as little of the trade as 'person' does. */
const genericHeads = new Set(
  (
    'agent operateur operator ouvrier worker technicien technician employe employee collaborateur assembleur assembler monteur fitter installateur installer ' +
    'intervenant specialiste specialist professionnel professional praticien practitioner charge responsable manager operative hand attendant officer staff member ' +
    'salarie personnel equipier poste carer caregiver soignant accompagnant helper keeper crew tradesman professionnel builder maker owner gestionnaire referent expert consultant coordinateur coordinator engineer ingenieur developpeur developer ' +
    'administrator administrateur artisan compagnon tradesman craftsman craftsperson fabricant facilitator contributor aide preparateur handler associate'
  )
    .split(' ')
    .map(stemOf),
)

/** Heads that name a trade of their own whatever stands beside them: 'bakery shop assistant' is no baker. */
const ownHeads = new Set(
  (
    'assistant secretaire secretary vendeur salesperson seller commercial recruteur recruiter comptable accountant livreur receptionniste receptionist ' +
    'clerk planificateur planner scheduler formateur trainer acheteur buyer cashier caissier standardiste facturier demonstrateur demonstrator animateur ' +
    'representative courtier broker lawyer juriste interpreter'
  )
    .split(' ')
    .map(stemOf),
)
/** Whether a title's head names a trade by itself. */
export const isOwnHead = (stem: string): boolean => ownHeads.has(stem)

/** Whether a title's head names no trade. */
export const isGenericHead = (stem: string): boolean => genericHeads.has(stem)
