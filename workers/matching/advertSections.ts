/** What a part of an advert speaks of. `noise` is what nobody asks and nobody offers. */
export type Part = 'company' | 'missions' | 'musts' | 'dealbreakers' | 'nices' | 'qualities' | 'benefits' | 'process'

const partCues: [Part, RegExp][] = [
  [
    'nices',
    /^(?:(?:les? |the |tes |vos )?(?:petits? )?(?:plus|atouts?)\b|l[ae] (?:petite? )?cerise|extra credit|the cherry|(?:ce|cela|il|it|that) (?:serait|sera|seraient|constitue\w*|would be|'d be)\b|ce qui (?:nous |vous )?(?:fer\w+|plair\w+|distingu\w+)|(?:vous avez|vous etes|you (?:may|might)(?: also)?(?: have)?) (?:peut-etre|aussi|have|also)|peut-etre aussi|et si (?:en plus|vous)|en plus\b|encore mieux|even better|if you also|you (?:may|might)\b|we'd love|(?:serai(?:en)?t|est|sont) (?:un plus|appreciee?s?|souhaitee?s?)|apprecie|serait (?:super|top|ideal)|serait apprecie|seraient apprecie|un (?:gros |vrai |reel )?plus\b|des plus|atouts?\b|souhaitee?s?|souhaitable|a plus\b|nice[- ]to[- ]haves?|pluses|bonus|desirable|preferred|preferable|would be (?:a plus|an advantage|nice|great|good)|what would be|ideally|idealement|dans l'ideal|optionnel|optional|assets?\b|advantages?:|vos atouts|competences appreciees|extra|good to have|also welcome|on apprecierait|we would love|serait un (?:plus|atout))/,
  ],
  [
    'dealbreakers',
    /^(?:imperati\w+|redhibitoire|eliminatoire|deal-?breakers?|non[- ]negotiable|absolument necessaire|conditions? (?:sine qua non|imperatives?))/,
  ],
  [
    'qualities',
    /^(?:savoir[- ]etre(?: professionnels?)?|qualites(?: (?:requises|personnelles|humaines|attendues))?|soft skills|personal qualities|votre personnalite|ta personnalite)\s*$/,
  ],
  [
    'musts',
    /^(?:(?:le |votre |ton |candidat )?profil(?:e|s)?(?: (?:recherche|souhaite|ideal|attendu|demande|requis|du candidat|et competences(?: requises)?))?\b|(?:the )?candidate profile|nous (?:exigeons|demandons|attendons|cherchons|recherchons (?:une personne|un profil))|exigences?|exige|requis|pre-?requis|competences?(?: (?:requises|attendues|recherchees|exigees|necessaires|techniques|cles|professionnelles?))|competences\s*$|qualifications?(?: requises)?|(?:minimum|required|basic) qualifications?|indispensable|obligatoire|ce (?:que (?:nous|l'on) (?:attendons|cherchons|demandons|recherchons|exigeons)|qu'il (?:vous |te )?faut|qu'on (?:attend|demande|cherche|recherche))|on (?:attend|demande|cherche)\b|il (?:vous |te )?faut|(?:vous|tu) (?:etes|es|avez|as|possedez|justifiez|maitrisez|disposez)\b|qui (?:etes-vous|es-tu)|(?:ce|le) poste est (?:fait )?pour (?:vous|toi) si|(?:this|the) (?:role|job) is for you if|we (?:require|need|expect|ask|look for|are looking for someone)|requirements?|required|must[- ]haves?|what you must have|what you(?:'ll| will)? (?:need|bring|have)|what we(?:'re| are)? (?:require|need|ask|expect|look\w*)|you(?:'ll)? (?:have|bring|need|hold|must|are)\b|you\s*$|your (?:profile|background|skills|experience)|essential\b|essentials|who you are|about you|person specification|the (?:ideal )?(?:candidate|person)|applicants should have|skills (?:required|and experience)|skills\s*$|experience and skills|key skills|a propos de (?:vous|toi)|(?:votre|ton) experience|conditions? requises?|necessary|on vous demande|criteres?|stack\b|tech(?:nical)? stack|stack technique|environnement technique|savoirs(?: et savoir[- ]faire)?\b|savoir[- ]faire|formations?\s*$|formation (?:demandee|souhaitee|requise|initiale)\s*$|permis\s*$|langues?(?: parlees?)?\s*$|languages?\s*$|experience(?: (?:requise|souhaitee|demandee|professionnelle|required))?\s*$|diplomes?\s*$|education\s*$|niveau (?:d'etudes|de formation|requis)\s*$|habilitations?\s*$|certifications?\s*$|licen[cs]es?\s*$)/,
  ],
  [
    'missions',
    /^(?:(?:vos|les|tes|votre|ta|principales|vos principales|mes|nos)? ?(?:principales )?(?:missions?(?! (?:freelance|interim|d'interim|de \d))|taches|activites|responsabilites|objectifs|attributions)\b|au quotidien|(?:votre|ton|le) (?:role|mission|quotidien)|le poste\b|(?:descripti(?:f|on)|detail) (?:du poste|de l'offre|des taches|de la mission|du role)|descripti(?:f|on)|day[- ]to[- ]day|what you(?:'ll| will) (?:do|be doing)|what the job involves|responsibilit\w+|(?:main |key )?duties|the (?:role|job|position|work)\b|(?:your|the) (?:role|tasks|mission|day|responsibilities|duties|impact)|key (?:tasks|responsibilities)|main tasks|tasks|(?:full )?job (?:description|summary)|vous (?:serez|aurez|assurez|intervenez)|in this role|you(?:'ll| will)\b|a typical day)/,
  ],
  [
    'benefits',
    /^(?:what's in it for you|what you(?:'ll)? get|en echange|ce (?:que (?:nous|tu|vous)|qu'on) (?:(?:vous |t')?(?:offrons|proposons|offre|propose)|va(?:s)? (?:aimer|trouver)|allez (?:aimer|trouver))|(?:nous |on )(?:(?:vous |t')?(?:offrons|proposons|offre|propose))|avantages?|remuneration|salaire|conditions(?: de travail)?|les conditions|prestations|nos engagements|what we offer|we offer|the package|benefits|perks|salary|pay\b|compensation|package|contract\b|contrat|type\s*$|hours|horaires|why\b|pourquoi nous|in return|you'll get|on offer|lieu\b|location\b|city\b|ville\b|type de contrat|mutuelle|treizieme|thirteenth|health cover|start\b|start(?:ing)? date|prise de poste|date de (?:debut|demarrage)|entree(?: en fonction)?\b|duree\b|effectif|nombre de postes|vacancies|openings|budget|employer\b|job\s*$|hotel\s*$|monthly salary|secteur|deplacements\s*$|votre contrat|statut)/,
  ],
  [
    'process',
    /^(?:pour (?:postuler|candidater|nous rejoindre)|comment postuler|candidature|postulation|dossier complet|adresser cv|envoye[zr]|how to apply|apply|process(?:us)?\b|notre process|our process|recruitment process|to apply|closing date|contact|cv a\b|tel\b|merci d'adresser|postulez|reference|ref\b|vacancy ref|send (?:us )?your|interess[ée]|questions\b|informal enquiries)/,
  ],
  [
    'company',
    /^(?:a propos(?: de (?:nous|l'entreprise))?\s*$|a propos de (?:nous|l'entreprise)|qui sommes[- ]nous|notre (?:entreprise|societe|client|histoire|equipe)|l'entreprise|la societe|entreprise|societe|employeur|company|about\b|who we are|the company|our (?:company|story)|rejoignez|join\b|presentation|contexte|context)/,
  ],
]

/** The part a folded heading opens; null when it opens none. */
export function partOf(label: string): Part | null {
  const bare = label.replace(/^[^a-z]+/, '').replace(/[\s:?!.]+$/, '')
  for (const [part, cue] of partCues) if (cue.test(bare)) return part
  return null
}

/** The part a whole line opens as a heading: 'Vous êtes titulaire du CACES 3' asks, it heads nothing. */
export function headingOf(label: string): Part | null {
  const isSentence =
    /^(?:vous|you|tu|il|on|nous|we)\b/.test(label) &&
    label.split(/\s+/).length > 4 &&
    !/(?:if you|si vous|de vous|of you)$/.test(label)
  return isSentence ? null : partOf(label)
}
