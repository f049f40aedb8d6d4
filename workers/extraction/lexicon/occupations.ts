import { fold } from '../../../src/kit/fold.ts'

// Words that head the name of an occupation, folded, in French (both genders where they differ) and English.
// `*` stands for any ending, so that 'developpeu*' takes developpeur, developpeuse and their plurals.
const strong = `
accompagnant* accountant* accoucheu* acheteu* acteur* actrice* actuaire* actuary actuaries adjoint* administrateur* administratrice* administrator*
advisor* adviser* agent* agronome* aide-* aide aidant* aiguilleu* ajusteu* alternant* ambulanci* analyst* analyste* anesthesist* anesthetist* animateur*
animatrice* apiculteur* apprenti* apprentice* architect* architecte* archiviste* archivist* artisan* artist* artiste* assembleu* assembler* assessor*
assistant* associate* astronom* attache* attorney* auditeur* auditrice* auditor* author* auteur* auxiliaire* avocat* babysitter* baby-sitter* bagagiste*
baker* banker* banquier* barista* barman* barmaid* bartender* barrister* bibliothecaire* bijoutier* biochimist* biolog* blanchisseu* bookkeeper* boucher* boulang*
brancardi* bricklayer* broker* bucheron* builder* butcher* buyer* cableu* cadre* caissi* cameraman* cariste* carer* caretaker* caregiver* carpenter* carreleu*
carrossi* cashier* caterer* chanteu* chargee charge chaudronni* chauffagiste* chauffeu* chauffeur-livreur chef* cheffe* chemist* chercheu* chief
chimiste* chiropr* chirurgien* choreograph* clerc* clerk* cleaner* coach* coffreu* coiffeu* collaborateur* collaboratrice* collector* colleur* colorist*
comedien* commerc* commercial* commis* community-manager comptable* concepteur* conceptrice* concierge* conductor* conducteur* conductrice* conseill* conservat*
constructor consult* consultant* contractor* controleu* controller* convoyeu* cook* coordinat* copywriter* corrector* correcteur* correctrice* couturier*
couvreu* crane-operator creatif* croupier* cuisini* cultivat* curator* cutter* danseu* data-analyst data-scientist decorat* delegate* delegue*
demenageu* demonstrat* dental dentist* dentiste* depann* deput* designer* dessinat* detective* developer* developpeu* devops diagnosti* dietet* dieteticien* directeur*
directrice* director* dispatcher* docker* docteur* doctorant* doctor* documentalist* domestique* doorman douanier* draughtsman draftsman drafter* dresseur* driver* ebeniste* economist*
ecrivain* editeur* editor* editrice* educat* elagueu* electrician* electricien* electromecanicien* electronicien* electrotechnicien* eleveu* embalm* employe* employee* encadrant* enduiseu*
engineer* enqueteu* enseignant* entraineu* entrepreneu* equipier* ergonom* ergotherap* esthetic* esthetician* estimator* etalagiste* ethnolog* examiner* executive* expert* expert-comptable exploit*
fabricant* facilit* facilitator* facteur* factrice* faconn* factotum farmer* farrier* femme-de-chambre ferronni* figurant* financier* fireman fitter* fleuriste* florist* foreman forester* forklift
formateur* formatrice* foreur* forgeron* founder* cofounder* co-founder* fondateur* fondatrice* freelance* fraiseu* fromag* gardien* garde* gardener* garcon gendarme* geolog* geometre*
geoph* gerant* gestionnaire* glazier* gouvernant* grader* graphist* greffi* grutier* guard* guichetier* guide* groom handler* handyman hairdresser* hauler* head helper* historian* horlog* horticult* hostess host hote* hotesse*
housekeeper* huissi* hydraul* hygienist* illustrat* imprimeu* infirmi* infographist* informaticien* ingenieur* inspecteur* inspectrice* inspector* installat* installer* instituteur* institutrice* instructeur* instructor* intern integrateur*
interior interpret* interprete* intervenant* interviewer* investigator* ironworker* jardini* janitor* jeweller* jockey* joiner* jointeu* journalist* journaliste* journeyman juge* jurist* juriste* kinesitherap* labourer* laborer* laborant* laborantin* landscap*
lawyer* lead leader* leader lecteur* lecturer* legal librarian* libraire* lieutenant* lifeguard* linguist* livreu* locksmith* logisticien* machinist* machiniste* macon* magasini* magistrat* maid* maitre* maitresse* maintenance-technician maker* manager* manageu* manoeuvre* mandataire* manutention*
maquettist* maquilleu* maraich* mareyeu* marin* marechal* marketer* marketing-manager mason* masseu* matelot* mathemat* mecanicien* mechanic* mediat* mediateur* mediatrice* medecin* medic* menuisi* merchandiser* metallier* meteorolog* metreur* metrolog* midwife* midwives
militaire* millwright* miner* ministre* mixeur* model modeliste* moderat* moniteur* monitrice* monteu* musicien* musician* nageu* nanny* negoci* negotiator* nettoyeu* notaire* nounou* nurse* nurser* nutrition* nutritionist* nutritionniste* obstetric* oenolog* officer* officier* operat* operateur* operatrice* operative* operator* opticien* optician* optomet* organis* orthodont* orthophon* orthoptist* osteopath* outilleu* ouvri*
overseer* owner* painter* palefrenier* paralegal* paramedic* partner* partenaire* pasteur* patissi* patronni* paveu* paysagist* pecheu* pedicur* pediatr* peintre* perceptor* percussion* pharmac* pharmacien* pharmacist* philosophe* photograph* photographe* physician* physicist* physiotherap* pilot* pilote* pisteu* pizzaiolo* planificat* planner* plaquiste* plasterer* plasturg* platrier* plieu* plombier* plongeu* plumber* podolog* poet* policier* policeman police-officer polisseu* pompier* porteu* porter* portier* poseu* postdoc* postier* postman potier* practitioner* praticien* preacher* preparat* preparateur* preparatrice* prepose* president* presenter* preventionniste* principal* prison-officer procureur* producer* producteur* productrice* prof professeur* professor* programmer* programmeu* programmat* project-manager promot* proprietaire* prospecteur* prothesist* proviseur* psychiatr* psycholog* psychomotric* psychotherap* publicist* puericult* purchaser* qualiticien* radiograph* radiolog* ranger* realisateur* realisatrice* receptionist* receptionniste* recherchist* recruit* recruteu* rectifieu* redact* redacteur* redactrice* referent* regisseu* registrar* reporter* reparat* repartiteu* repetit* reporter* representant* representative* researcher* residen* responsable* restaurat* reviewer* rigger* roofer* routier* sacristain* sailor* saisonni* saleswoman salesman salesperson sapeur* sapeur-pompier savant* scaphandr* scenar* scenograph* scientist* scientifique* scrum sculpt* seamstress secouriste* secretaire* secretary secretaries secretaire-comptable security-guard sergeant* serrurier* server* serveu* servi* shelf-stacker shipper* sitter* social-worker soldat* soldier* soigneu* soignant* solicitor* sommelier* sonographer* soudeu* specialist* specialiste* sportif* staffeur* stagiaire* standardist* statistic* statisticien* steward* stocker* storekeeper* strateg* strategist* student stylist* styliste* subcontract* superintendent* superviseu* supervisor* surgeon* surveillant* surveyor* surintendant* syndic* tailleu* tailor* tapissi* tax-advisor taxidermist* teacher* technic* technician* technicien* technico-commercial technologist* technologue* telefon* teleconseill* teleoperat* teleprospect* teleacteur* telemarket* televendeu* teller* tester* testeu* therapist* therapeut* titul* toiletteu* tourneu* tour-guide trader* traceu* traducteur* traductrice* traiteu* trainee* trainer* translator* transporteu* treasurer* tresori* tuteur* tutor* tutrice* typograph* undertaker* urban* urbaniste* usher* usineu* vacataire* valet* valoriste* vendangeu* vendeu* veterinar* vet videast* vigil* vigneron* viticult* vitrier* voiturier* volontaire* volunteer* waiter* waitress* warden* warehouseman webdesigner* webmaster* weld* welder* worker* workm* writer* zootechnicien*
femme valet counsell* counselor* second-de-cuisine second sous-chef cto ceo coo cfo cio cmo rh hr drh daf dsi pdg dg vp svp evp qa swe sre sdet pm ide as ash aesh asv avs atsem aes asmat ambassador* ambassadeur* ambassadrice* benevole* bookseller* businessman championne* chairman chairwoman chair clinician* closer cashier compositeur* composer* copilote* crew dba dealer* deckhand delivery-driver demonstrateur* deliverer* envoy* evaluateur* evaluatrice* fellow* fundraiser* growth-hacker hostler influenc* integrator* interne* externe intrapreneur* lead-developer logistician* majordome* matron* mentor* merchandis* motion-designer mover* orateur* packer* picker* polymechan* postwoman product-owner promoter* prompt ranger rapporteur* scout* scrum-master sales-associate sales-rep sous-chef superviseur* sysadmin tech-lead technical-lead technopedagogue tradesman treasurer underwriter* valeteur* vice-president video-editor videographer* visiteur* weaver* web-designer wedding-planner youtuber* zookeeper* technicienne* ux-designer chocolatier* glacier* traiteur* ecailler* poissonni* charcutier* primeur* caviste* epicier* fossoyeur* thanatopracteur* balayeur* eboueur* ripeur* magasinier-cariste manutentionnaire* preparateur-commandes emballeu* conditionneu* etiqueteu* trieu* chargeu* dechargeu* echafaudeu* etancheur* facadier* ferrailleur* bancheur* terrassi* canalisateur* zingueur* charpentier* ascensoriste* frigoriste* climaticien* domoticien* automaticien* roboticien* tuyauteu* pipefitter* tolier* peintre-carrossier depanneur* remorqueur* cyclist* coursier* courier* batelier* eclusier* cheminot* controleuse* greffier* huissier* clerc* collaboratrice* fiscaliste* credit-manager gestionnaire-paie paie payroll underwriter claims courtier* courtiere* assureur* agent-general
`
/** Words that help only in company. */
const weak = new Set(
  'senior junior principal general generale adjoint junior confirme confirmee stagiaire alternance alternant intern internship apprentissage stage lead freelance independant independante backend frontend fullstack front back full stack sales marketing product projet project support operations production qualite commercial commerciale technique'.split(
    ' ',
  ),
)

const exact = new Set<string>()
const stems: string[] = []
for (const word of strong.split(/\s+/)) {
  if (word === '') continue
  if (word.endsWith('*')) stems.push(word.slice(0, -1))
  else exact.add(word)
}
const stemsByLetter = new Map<string, string[]>()
for (const stem of stems) {
  const list = stemsByLetter.get(stem[0]!) ?? []
  list.push(stem)
  stemsByLetter.set(stem[0]!, list)
}

const isOccupationWord = (word: string): boolean => {
  if (exact.has(word)) return true
  if (word.length < 4) return false
  return (stemsByLetter.get(word[0]!) ?? []).some((stem) => word.startsWith(stem) && word.length - stem.length <= 7)
}

/** How much a text looks like the name of an occupation: 0 not at all, 1 surely. Its first words count most. */
export function occupationScore(text: string): number {
  const tokens = fold(text).match(/[a-z][a-z'-]*/g) ?? []
  if (tokens.length === 0 || tokens.length > 14) return 0
  let score = 0
  for (const [index, token] of tokens.entries()) {
    const parts = [token, ...token.split('-')]
    const place = index === 0 ? 1 : index === tokens.length - 1 ? 0.9 : index <= 2 ? 0.8 : 0.55
    if (parts.some(isOccupationWord)) score = Math.max(score, place)
    else if (weak.has(token)) score = Math.max(score, 0.35)
  }
  return tokens.length > 9 ? score * 0.7 : score
}
