/** Health, care, childhood, social work, education, science of the body. */
export const healthField = `
[occupations]
nurse-paediatric|care|nurse,nursery-nurse|infirmier puériculteur;puéricultrice;infirmière puéricultrice;IPDE|paediatric nurse;children's nurse;neonatal nurse;health visitor|enfants pédiatrie néonatologie nouveau-né children babies
nurse-psychiatric|care|nurse,care-worker|infirmier en psychiatrie;infirmier psychiatrique;ISP|mental health nurse;psychiatric nurse|psychiatrie entretiens apaisement psychiatry mental
nurse-occupational|care|nurse,hse-manager|infirmier de santé au travail;infirmier du travail;infirmier d'entreprise;infirmier scolaire|occupational health nurse;school nurse|santé travail visites salariés occupational workplace
nurse-practice|care|nurse,health-manager|infirmier en pratique avancée;IPA;infirmier coordinateur SSIAD|nurse practitioner;advanced nurse practitioner;nurse coordinator|suivi chronique coordination chronic
nurse-community|care|nurse,home-carer|infirmier libéral;infirmier à domicile;IDEL|community nurse;district nurse;visiting nurse|tournée domicile pansements insuline home visits
medical-assistant|care|medical-secretary,nursing-assistant,nurse|assistant médical;aide médicale;assistant de cabinet médical|medical assistant;clinic assistant;GP assistant|cabinet consultations constantes dossiers surgery consultations
surgeon|care|doctor|chirurgien;chirurgien orthopédiste;chirurgien viscéral|surgeon|bloc opérations surgery theatre
psychiatrist|care|doctor,psychologist|psychiatre;pédopsychiatre|psychiatrist|psychiatrie psychiatry
radiologist|care|doctor,radiographer|radiologue;médecin radiologue|radiologist|imagerie interprétation imaging
occupational-doctor|care|doctor|médecin du travail;médecin coordonnateur|occupational physician|visites médicales aptitude medical checks
orthoptist|care|optician,optical-assistant|orthoptiste|orthoptist|vision strabisme vision
podiatrist|care|physiotherapist|pédicure-podologue;podologue|podiatrist;chiropodist|pieds semelles feet insoles
psychomotor-therapist|care|occupational-therapist,physiotherapist|psychomotricien|psychomotor therapist|motricité corps motor
prosthetist|care|dental-technician,podiatrist|orthoprothésiste;orthésiste;prothésiste|prosthetist;orthotist|appareillage prothèse orthèse brace limb
dental-hygienist|care|dental-assistant,dentist|hygiéniste bucco-dentaire;orthodontiste|dental hygienist;orthodontist|détartrage dents scaling teeth
medical-visitor|sales|sales-rep,pharmacy-technician|visiteur médical;délégué médical;délégué pharmaceutique;attaché scientifique|medical representative;pharmaceutical sales representative;medical science liaison|médecins produits prescription doctors products
hospital-pharmacy-technician|care|pharmacy-technician|préparateur en pharmacie hospitalière;PPH|hospital pharmacy technician|hôpital chimiothérapie dispensation nominative ward chemotherapy
pharmacy-logistics|logistics|warehouse-clerk,pharmacy-technician|rayonniste en pharmacie;agent logistique pharmaceutique|pharmacy stock assistant;pharmacy stock clerk|commandes rayons officine stock shelves
hospital-admission|admin|medical-secretary,receptionist|agent d'admission;agent d'accueil hospitalier;secrétaire d'admission;agent de facturation hospitalière|admissions clerk;hospital receptionist;patient services coordinator|admissions dossiers patients registration
medical-coder|admin|medical-secretary,data-entry-clerk|technicien d'information médicale;TIM;codeur médical|medical coder;clinical coder|codage PMSI actes coding
sophrologist|care|psychologist,spa-therapist|sophrologue;hypnothérapeute;naturopathe;réflexologue|relaxation therapist;naturopath;hypnotherapist;reflexologist|bien-être relaxation respiration wellbeing breathing
night-watch-care|care|care-worker,nursing-assistant|surveillant de nuit;veilleur de nuit en foyer;surveillant de nuit qualifié;maître de maison|night support worker;waking night staff;house parent|nuit foyer surveillance night home
family-worker|social|home-carer,educator,social-worker|technicien de l'intervention sociale et familiale;TISF;travailleuse familiale;médiateur familial|family support worker;family mediator|familles domicile soutien parentalité families parenting
foster-carer|childcare|childminder,educator|assistant familial;famille d'accueil;maître de maison d'enfants|foster carer;foster parent|accueil enfants confiés placement
social-mediator|social|educator,activity-leader,social-worker|médiateur social;adulte relais;médiateur de rue;correspondant de nuit;éducateur de rue;éducateur de prévention|social mediator;outreach worker;street worker|quartier dialogue médiation neighbourhood
legal-guardian|social|social-worker,paralegal|mandataire judiciaire à la protection des majeurs;délégué aux tutelles;curateur|legal guardian officer;deputy for vulnerable adults|tutelle curatelle majeurs protégés guardianship
probation-officer|social|social-worker,police-officer|conseiller pénitentiaire d'insertion;CPIP;éducateur PJJ;surveillant pénitentiaire|probation officer;youth justice worker;prison officer|détenus justice prison inmates justice
workshop-instructor|social|educator,trainer,team-leader|moniteur d'atelier;moniteur d'ESAT;encadrant technique d'insertion;éducateur technique|workshop instructor;supported employment instructor;job skills instructor|atelier travailleurs handicapés insertion workshop disabled
health-director|management|health-manager,director|directeur d'établissement médico-social;directeur d'EHPAD;directeur de foyer;chef de service éducatif|care home director;residential services manager;head of social services|établissement projet équipes home teams
nanny|childcare|childminder,nursery-assistant|garde d'enfants à domicile;nounou;auxiliaire parentale|nanny;in-home childcare|enfants école repas domicile children school run
lecturer|education|teacher-secondary,researcher,trainer|enseignant-chercheur;maître de conférences;professeur d'université;vacataire universitaire;chargé de cours;chargé de TD|lecturer;university lecturer;professor;teaching fellow|université cours recherche publications university lectures
teacher-pe|education|teacher-secondary,sports-coach|professeur d'EPS;professeur d'éducation physique;enseignant d'éducation physique et sportive|PE teacher;physical education teacher|sport élèves gymnase pupils gym
teacher-arts|education|teacher-secondary,tutor|professeur de musique;professeur d'arts plastiques;professeur de danse;professeur de piano;professeur de théâtre;intervenant musical|music teacher;art teacher;dance teacher;piano teacher;drama teacher|musique instrument arts élèves music art pupils
teacher-technical|education|teacher-secondary,trainer|professeur de lycée professionnel;PLP;professeur de technologie;professeur d'enseignement professionnel|vocational teacher;technical teacher;technology teacher|lycée professionnel atelier élèves vocational workshop
teacher-special|education|teacher-primary,educator,school-assistant|enseignant spécialisé;professeur des écoles spécialisé;enseignant ULIS;coordinateur ULIS|special education teacher;SEN teacher;SENCO|handicap adaptations ULIS inclusion special needs
teacher-french-foreign|education|teacher-languages,trainer|professeur de FLE;formateur FLE;formateur linguistique;formateur en langues|French as a foreign language teacher;TEFL teacher;ESL teacher;language trainer|langue apprenants adultes language learners
school-counsellor|education|school-assistant,school-head|conseiller principal d'éducation;CPE;psychologue de l'éducation nationale;conseiller d'orientation scolaire|school counsellor;pastoral manager;guidance counsellor|vie scolaire élèves absences orientation pastoral
training-manager|hr|trainer,hr-manager|responsable formation;responsable pédagogique;ingénieur de formation;coordinateur pédagogique;concepteur pédagogique|training manager;learning and development manager;instructional designer|plan formation parcours modules learning courses
nursery-cook|kitchen|cook,nursery-assistant|cuisinier en crèche;cuisinier scolaire|nursery cook|repas enfants crèche
dance-instructor|sport|sports-coach,teacher-arts|professeur de yoga;professeur de pilates;professeur de fitness;instructeur de fitness|yoga teacher;pilates instructor;fitness instructor|cours yoga fitness classes
ski-instructor|sport|sports-coach,lifeguard|moniteur de ski;moniteur de voile;moniteur d'équitation;guide de haute montagne;moniteur d'escalade;accompagnateur en montagne|ski instructor;sailing instructor;riding instructor;mountain guide;climbing instructor|élèves pistes montagne voile cheval slopes mountain riding
sports-manager|sport|sports-coach,store-manager|responsable de salle de sport;directeur de club;éducateur sportif territorial;agent d'installations sportives|gym manager;leisure centre manager;sports facility attendant|salle adhérents équipement gym members
professional-athlete|sport|sports-coach|sportif professionnel;footballeur;arbitre|professional athlete;footballer;referee;strength and conditioning coach|compétition entraînement match competition
[skills]
accueil et installation du patient;installation au bloc;installation des résidents|settling patients;positioning patients
surveillance post-opératoire;salle de réveil;SSPI;soins post-opératoires|post-operative care;recovery room;theatre recovery
chimiothérapie;oncologie;chambre implantable;PAC port à cath|chemotherapy;oncology;implanted port;cancer care
cardiologie;ECG;électrocardiogramme;surveillance cardiaque|cardiology;ECG;cardiac monitoring;telemetry
diabète;éducation thérapeutique;insuline;glycémies|diabetes care;patient education;insulin;blood glucose
psychiatrie;santé mentale;entretiens infirmiers;troubles psychiques|mental health care;psychiatry;therapeutic interviews;de-escalation
gériatrie;personnes âgées dépendantes;soins aux aînés|geriatrics;elderly care;older people
obstétrique;suivi de grossesse;salle de naissance;post-partum;monitoring fœtal|obstetrics;antenatal care;labour ward;postnatal care
allaitement;soins au nouveau-né;préparation à l'accouchement|breastfeeding support;newborn care;birth preparation
bloc opératoire;panseuse;aide opératoire|operating theatre;instrument trays
anesthésie;monitorage anesthésique|anaesthesia;anaesthetic monitoring
stomies;sondes urinaires;sonde nasogastrique|stoma care;catheterisation;nasogastric tube
oxygénothérapie;aspiration trachéale;trachéotomie;aérosols|oxygen therapy;suctioning;tracheostomy
évaluation de la douleur;échelle de douleur;pompe à morphine|pain assessment;pain scale;morphine pump
plan de soins;démarche de soins;projet de soins;diagnostics infirmiers|care plans;nursing process;care planning
transmission interprofessionnelle;staff pluridisciplinaire|multidisciplinary team meetings
gestion des stocks de médicaments;armoire à pharmacie;stupéfiants|drug stock;controlled drugs;medicine cupboard
campagne de vaccination;injections vaccinales|vaccination campaign;immunisations
télémédecine;téléconsultation|telemedicine;remote consultations
précautions standard;infections nosocomiales|infection prevention;standard precautions;hospital-acquired infections
gestion des risques patient;événements indésirables;certification HAS|patient safety;adverse events reporting;hospital accreditation
nursing;prévention d'escarres;effleurage|nursing care;turning patients;pressure area care
aide à la marche;aide au lever;aide au coucher|walking aid;getting up and going to bed;mobilising residents
animation en EHPAD;ateliers mémoire|care home activities;memory workshops
Humanitude;bientraitance;validation Naomi Feil;approche relationnelle|person-centred care;dignity in care;validation approach
aide aux courses;accompagnement aux rendez-vous;promenades|shopping help;accompanying to appointments;outings
préparation des repas;aide à la préparation des repas;régimes alimentaires|meal preparation;special diets;preparing meals at home
entretien du linge;repassage à domicile;entretien du cadre de vie|laundry at home;ironing at home;keeping home tidy
lutte contre l'isolement;écoute active personnes|befriending;loneliness
garde de nuit;présence de nuit;surveillance nocturne|night sitting;overnight care;waking nights
projet personnalisé;projet individualisé;projet de vie résident|individual support plan;personalised project;person-centred plan
autisme;TSA;méthode ABA;TEACCH;PECS;troubles du comportement|autism;ABA;TEACCH;challenging behaviour
polyhandicap;déficience intellectuelle;handicap moteur|multiple disabilities;learning disabilities;physical disability
langue des signes;LSF;braille|sign language;BSL;braille
addictologie;réduction des risques;conduites addictives|addiction support;harm reduction;substance misuse
protection de l'enfance;ASE;enfants placés;MECS;foyer éducatif|child protection;looked-after children;children's home;safeguarding
aide à la parentalité;soutien aux familles;visites médiatisées|parenting support;family support;supervised visits
accès au logement;hébergement d'urgence;CHRS;demandeurs d'asile;CADA|housing support;homeless shelter;asylum seekers
insertion professionnelle;accompagnement vers l'emploi;chantier d'insertion;mission locale;France Travail|employment support;back to work;job seekers;work integration
bilan de compétences;orientation professionnelle;VAE|career guidance;skills assessment;careers advice
entretien individuel;diagnostic social;évaluation sociale;écrits professionnels;rapports sociaux|social assessment;case notes;social reports;case management
surendettement;budget familial;aides financières|debt advice;household budget;financial aid
médiation;gestion de conflits;prévention de la violence|mediation;conflict resolution;violence prevention
sécurité et surveillance des enfants;surveillance de la cour;surveillance cantine|supervising children;playground duty;lunchtime supervision
aménagement de l'espace enfants;jeux libres;coin lecture|play areas;free play;reading corner;gross motor
accueil de l'enfant;adaptation en crèche;période de familiarisation;acquisition propreté|settling-in children;key person;toilet training
observation du développement;développement de l'enfant;pédagogie Montessori;Snoezelen|child development;EYFS
siestes;rythme de l'enfant;sommeil des tout-petits|naps;sleep routines;toddlers' rhythm
préparation des biberons;purées;diversification|bottle preparation;weaning;purees
aide aux devoirs;accompagnement scolaire;étude surveillée|homework help;after-school study;homework club
sorties scolaires;colonies de vacances|school trips;summer camps;residential trips
cours particuliers;soutien individuel|private lessons;one-to-one tuition
évaluation des élèves;correction de copies;conseils de classe;bulletins scolaires|pupil assessment;school reports;class councils
lecture et écriture CP;apprentissage de la lecture;méthode syllabique;cycle 2|phonics;early reading;literacy teaching;key stage
manipulation de laboratoire élèves;travaux pratiques sciences|practical science lessons;school laboratory
enseignement des langues;expression orale;CECRL;laboratoire de langues|language teaching;oral skills;CEFR
FLE;alphabétisation;illettrisme|French for foreigners;literacy for adults;ESOL
cours magistraux;travaux dirigés;encadrement de mémoires;jurys|thesis supervision;exam boards
publications scientifiques;articles de recherche;rédaction scientifique|scientific publications;research papers;peer-reviewed
demande de financement recherche;ANR;projets européens Horizon|grant writing;research funding;Horizon projects
ingénierie pédagogique;conception de parcours;storyline;scénarisation|instructional design;course design;Articulate Storyline
Qualiopi;démarche qualité formation|training quality audit;Ofsted
numérique éducatif;tableau interactif;ENT;Pronote|interactive whiteboard;virtual learning environment;Google Classroom
rééducation fonctionnelle;kinésithérapie respiratoire;massages thérapeutiques|functional rehabilitation;respiratory physiotherapy;manual therapy
bilan orthophonique;troubles du langage;déglutition;dyslexie|speech assessment;language disorders;swallowing;dyslexia
ergothérapie;aménagement du domicile;aides techniques;mises en situation|occupational therapy;home adaptations;assistive equipment
bilan psychologique;tests WISC;psychothérapie;TCC;entretien clinique|psychological assessment;cognitive tests;psychotherapy;CBT
diététique;menus thérapeutiques;dénutrition;consultation nutrition|dietetics;therapeutic menus;malnutrition;nutrition consultations
radiographie;radiologie conventionnelle;clichés;salle de radio|X-ray;plain radiography;imaging room
IRM;tomodensitométrie;injection produit contraste|CT scan;MRI;contrast injection
mammographie;échographie;médecine nucléaire;radiothérapie|mammography;ultrasound;nuclear medicine;radiotherapy
PACS;RIS;archivage images médicales|PACS;RIS;image archiving
prélèvements biologiques;prélèvements veineux;centre de prélèvement|blood collection;venous sampling;phlebotomy clinic
détartrage;empreintes dentaires;implantologie;orthodontie assistance|dental impressions;implantology;orthodontic assistance
Julie;logiciel dentaire;Doctolib|dental software;Doctolib;practice management software
prothèses dentaires;céramique dentaire;CFAO dentaire|dental prostheses;dental ceramics;dental CAD
préparations magistrales;préparations officinales;préparatoire;gélules;pommades;fabrication de médicaments|compounding medicines;capsules and ointments;extemporaneous preparation
tiers payant;télétransmission caisses;Sesam-Vitale;rejets mutuelles;facturation assurance maladie|third-party billing;health insurance claims;rejected claims
conseil officinal;médication familiale;homéopathie;orthopédie officine|over-the-counter advice;homeopathy;pharmacy advice
préparation des doses à administrer|dosette boxes;blister packs;monitored dosage
dispositifs médicaux;matériel médical;maintien à domicile matériel|medical devices;home medical equipment
appareillage auditif;audiogramme;réglage d'aides auditives|hearing aids;audiogram;hearing aid fitting
régulation médicale;SAMU;prise d'appels d'urgence;ARM|emergency call handling;ambulance dispatch
secourisme opérationnel;désincarcération;lutte contre l'incendie|firefighting;extrication
codage des actes;PMSI;CCAM;NGAP|medical coding;ICD-10;procedure coding
frappe médicale;comptes rendus médicaux;dictée numérique;vocabulaire médical|medical typing;clinic letters;digital dictation;medical terminology
planification consultations;gestion de rendez-vous médicaux|clinic lists;appointment scheduling patients
hydrothérapie;balnéothérapie;thalassothérapie;curistes|hydrotherapy;balneotherapy;thalasso
sophrologie;méditation;hypnose|relaxation therapy;mindfulness;hypnosis
yoga;pilates;gymnastique douce|yoga;pilates;gentle gym
musculation;préparation physique;programmes d'entraînement|strength training;training programmes
encadrement d'activités nautiques;plongée;kayak|water sports;sailing lessons;diving;kayaking
ski;snowboard;alpinisme;escalade|skiing;snowboarding;climbing;mountaineering
équitation;soins aux chevaux;cours d'équitation|horse riding;horse care;riding lessons
entretien ménager en établissement;bionettoyage des chambres;ASH|ward cleaning;domestic services hospital
[licences]
AFGSU 2;AFGSU niveau 2;gestes et soins d'urgence|basic life support;BLS;ACLS
inscription au RPPS;ADELI;ordre des infirmiers|NMC PIN;registered with the nursing council;HCPC registration
PRAP 2S;gestes et postures;PRAP IBC|safe moving and handling certificate;PRAP
assistant de soins en gérontologie;ASG|dementia care certificate
agrément assistante maternelle;agrément PMI|registered childminder;Ofsted registration;childminder approval
DBS;casier judiciaire vierge;extrait B3|enhanced DBS;criminal record check;police check
BNSSA diplôme;surveillance baignade diplôme;PSE1;PSE2|rescue first aid certificate;pool lifeguard;PSE1
carte professionnelle éducateur sportif;BEES;DEJEPS;CQP ALS;brevet d'état sportif|sports coach licence;REPS;level 2 gym instructor
personne compétente en radioprotection;CAMARI|radiation protection supervisor;IRMER
certificat de formation de formateur;FPA;titre formateur professionnel d'adultes|train the trainer;PTLLS;AET award
habilitation Pix;certification C2i|digital teaching certificate
[degrees]
IADE diplôme;IBODE diplôme;master IPA;diplôme puéricultrice d'État|specialist nursing diploma;advanced practice master's
DTS imagerie médicale;diplôme de manipulateur;diplôme manipulateur radio|radiography degree;BSc radiography
diplôme d'ergothérapeute;diplôme de psychomotricien;certificat capacité orthophoniste|occupational therapy degree;speech therapy degree
diplôme de docteur en médecine;doctorat en médecine|medical degree;MBBS;MD
doctorat en pharmacie;diplôme de pharmacien|pharmacy master's;MPharm;PharmD
titre assistant dentaire;CQP assistant dentaire;certificat assistant dentaire|dental nursing diploma;NEBDN;dental assistant certificate
master psychologie;titre de psychologue;DESS psychologie clinique|master's in psychology;clinical psychology doctorate
BTS diététique;BUT diététique|dietetics degree;nutrition degree
titre secrétaire médicale;certification secrétaire médico-sociale|medical secretary diploma;AMSPAR
CAFERUIS;CAFDES;master management médico-social|social services management degree
moniteur éducateur DEME;DEME|youth work diploma
DETISF;titre TISF|family support diploma
BTS économie sociale familiale;BTS ESF|family economics diploma
BTS SP3S;bac ST2S;bac pro ASSP;BEP carrières sanitaires|BTEC health;T level health
STAPS licence;master STAPS|sports science degree;BSc sport
BPJEPS activités physiques;BPJEPS AF;BPJEPS loisirs tous publics|sports leadership diploma;fitness instructor diploma
doctorat;thèse de doctorat;PhD|doctorate;PhD;doctoral thesis
CAPPEI;CAPA-SH;2CA-SH|special education certificate;SENCO award
professorat des écoles;INSPE|primary teaching degree;BEd
master FLE|TEFL certificate;CELTA;DELTA
`
