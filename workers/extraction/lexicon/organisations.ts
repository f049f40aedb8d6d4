import { fold } from '../../../src/kit/fold.ts'

const legal = new Set(
  'sa sas sasu sarl eurl sci scop snc gie gmbh ag bv nv spa srl llc llp ltd limited inc incorporated corp corporation plc co company cie compagnie pvt pty group groupe holding holdings sprl asbl srl ulc lp kg oy ab as'.split(
    ' ',
  ),
)
const kindsOfPlace = new Set(
  `hopital hopitaux hospital hospitals clinique clinic chu ch chr chru ehpad ephad ssiad mas esat ime samu cabinet pharmacie pharmacy laboratoire laboratoires laboratory lab labs agence agency
  association asso fondation foundation federation institut institute institution universite university ecole school college lycee academie academy creche mairie ville conseil council commune metropole
  departement department prefecture region ministere ministry gouvernement government caisse banque bank mutuelle assurance assurances insurance restaurant brasserie hotel auberge cafe bar bistro traiteur boulangerie patisserie
  boucherie garage station supermarche hypermarche magasin boutique store shop market entreprise etablissements ets societe industrie industries technologies technology tech solutions services service systems systemes software consulting conseil conseils
  partners associates logistics logistique transport transports express batiment construction constructions travaux energie energy studio studios media medias editions press airlines airways air airport aeroport centre center centrale club residence maison domaine chateau ferme
  interim rh manpower adecco randstad synergie crit proman kelly leclerc carrefour auchan lidl aldi intermarche casino monoprix decathlon ikea leroy castorama boulanger darty fnac amazon google microsoft apple ibm oracle sap capgemini accenture deloitte kpmg pwc ey sopra atos cgi altran alten orange sfr bouygues free
  vinci eiffage colas spie engie edf enedis sncf ratp poste chronopost dhl ups fedex geodis xpo dachser airbus thales safran renault peugeot citroen stellantis toyota michelin total totalenergies sanofi danone loreal nestle bnp paribas axa allianz maif macif natixis lcl cic hsbc barclays lloyds nhs tesco sainsbury asda walmart target starbucks mcdonald mcdonalds burger kfc accor ibis marriott hilton sodexo elior compass
  startup group's trust council county royal national international global europe france maroc morocco canada suisse belgique uk usa americas emea bros brothers sons fils freres cooperative coop syndicat union chambre tribunal armee army navy force police gendarmerie pompiers sdis croix-rouge onisep pole office bureau atelier ateliers usine imprimerie menuiserie theatre musee museum bibliotheque library cinema opera festival`
    .split(/\s+/)
    .filter(Boolean),
)

/** How much a text looks like the name of an employer: 0 nothing tells, 1 surely. */
export function organisationScore(text: string): number {
  const tokens = fold(text).match(/[a-z0-9&][a-z0-9&'.-]*/g) ?? []
  if (tokens.length === 0 || tokens.length > 12) return 0
  let score = 0
  for (const [index, token] of tokens.entries()) {
    const bare = token.replace(/^(?:l'|d')/, '').replace(/[.,]+$/, '')
    const unpointed = bare.replaceAll('.', '')
    if (legal.has(unpointed) && (index === tokens.length - 1 || unpointed.length > 2)) score = Math.max(score, 0.95)
    else if (kindsOfPlace.has(bare)) score = Math.max(score, index === 0 ? 0.9 : 0.6)
  }
  if (score === 0 && /^(?:[A-Z]{2,6}|[A-Z][a-z]+[A-Z]\w+)$/.test(text.trim())) score = 0.4
  return score
}

const schoolWords = new Set(
  `universite university universities universita universidad college lycee ecole school institut institute iut ifsi ifas iae iep iut iufm espe inspe ensa encg fst est ofppt ista cfa cfai cfppa greta afpa afpi cnam cned faculte faculty fac academie academy polytechnique polytechnic polytech
  insa ensam ensiie enseeiht ensimag ens enac ena supelec centralesupelec centrale mines telecom hec essec escp edhec emlyon em esc isc ieseg audencia kedge neoma skema epitech epita efrei esiea ece esilv ecam estp esitc isep esme eni mfr campus conservatoire seminary conservatory hochschule mit ucl lse kcl ucla nyu
  forem actiris ifapme vdab cefora athenee helha henallux hech lp lpo lgt lycee-professionnel aftral promotrans afpc acfal cnpp cfpa cfpt cfp cfm irts itic itii ifmk esith aiac emsi uir encg iscae ensias enset ests fsjes cpge mundiapolis supmti heig hesso epcl epsic gymnase ets emlyon esg ipag inseec idrac ifag esarc pigier eni enim ensim polytech erea e2c mfreo escem skolae isen isep ensta ensi insat isim iset
  imperial oxford cambridge harvard stanford berkeley sorbonne dauphine sciences-po uqam uqac hec-montreal cegep haute hep hes epfl eth centre center training formation openclassrooms udemy coursera wild simplon academies highschool grammar sixth-form seconde business udacity edx`
    .split(/\s+/)
    .filter(Boolean),
)

/** How much a text looks like the name of a school. */
export function schoolScore(text: string): number {
  const tokens = fold(text).match(/[a-z0-9][a-z0-9'-]*/g) ?? []
  if (tokens.length === 0 || tokens.length > 14) return 0
  let score = 0
  for (const [index, token] of tokens.entries()) {
    const bare = token.replace(/^(?:l'|d')/, '')
    if (schoolWords.has(bare)) score = Math.max(score, index === 0 || index === tokens.length - 1 ? 1 : 0.85)
  }
  // Engineering and business schools go by their initials.
  if (
    score === 0 &&
    /^[A-Z]{3,8}(?:[ -]\p{Lu}\p{L}+)?$/u.test(text.trim().replace(/[.,]+$/, '')) &&
    !/^(?:BTS|DUT|BUT|CAP|BEP|BAC|DEUG|DESS|DEA|MBA|BSC|MSC|SST|DCG|DSCG|MPSI|PCSI|STMG|STI2D|DEAES|DEAS|HACCP|CQP|TOEIC|TOEFL|IELTS)/.test(
      text.trim().replace(/[.,]+$/, ''),
    )
  )
    return 0.5
  return score
}
