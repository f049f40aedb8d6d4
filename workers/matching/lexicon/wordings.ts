/**
 * How lines of work tell of a skill without its name: id of the skill | French wordings | English wordings, separated
 * by ';'. A wording is met when its words, or words of their meaning, stand near each other in any order.
 */
export const wordingLines = `
wms|terminal embarqué;emplacements saisis;adressage informatique palettes;logiciel stocks entrepôt|bin locations recorded;truck-mounted terminal;stock locations software;scanned putaway
high-stacking|charges derniers niveaux;alvéoles hautes;onze mètres rayonnage;mise en alvéole|top beams;loads placed high;upper racking levels;high bays;metres up racking
cycle-counts|écarts comptage corrigés;quantités vérifiées emplacements;comptage physique|counted bins;stock discrepancies corrected;shelf quantities checked
cold-store|chambres négatives;moins vingt degrés;entrepôt température négative|deep-freeze chambers;minus twenty degrees;frozen goods building
order-picking|prélèvement articles liste;chariots de commande;bons de préparation|picked items list;order lists trolley;voice headset
truck-loading|camions chargés vidés;remorques déchargées;plans de chargement|emptied trailers;filled lorries;bay doors
load-securing|sangles tendeurs;calage charges;répartition poids remorque;cliquets|ratchet straps;chains and binders;weight distribution trailer;tied down loads
refrigerated-transport|température dirigée;groupe froid remorque;relevés température cargaison;produits frais camion|temperature-controlled haulage;reefer unit;chilled goods delivered;fridge trailer
long-haul|nuits en cabine;semaine sur route;liaisons internationales;traction longue distance|slept in cab;week away driving;european runs;trunking overnight
tachograph|temps de conduite respectés;disques chrono|driving time rules;driver hours
route-driving|arrêts par tournée;points de livraison;remise colis destinataires|drops a day;delivery stops;parcels handed customers
dangerous-goods|matières dangereuses habilité;citerne hydrocarbures formation|carry hazardous loads;tanker training hazardous
driver-qualification|formation continue obligatoire;formation initiale minimale obligatoire;qualification initiale|periodic training driver;certificate of professional competence;35 hours driver training
hygiene-care|toilette habillage;change dépendants;lavage quotidien personnes|washed dressed;intimate care;bathing dependent people
dementia-care|désorientés;pertes de mémoire;mémoire altérée accompagnement|disoriented residents;memory loss support;confused residents
patient-lifting|lit-fauteuil aides techniques;drap de glisse;levage résidents|bed-to-chair;slide sheets;moved residents equipment
care-records|traçabilité actes soins;dossier résident informatisé;écrits quotidiens équipe soins|logged care;digital file residents;notes next shift
injections|prises de sang;piqûres insuline;ponctions veineuses|drew blood;jabs given;insulin shots
wound-dressing|plaies opératoires;ulcères;escarres traitées|ulcers treated;surgical wounds;wound clinic
iv-therapy|voies périphériques;pousse-seringue;cathéters posés|cannulas;syringe drivers;drips set
medication-round|piluliers préparés;remise traitements patients|tablets handed out;prepared medicines patients
vital-signs|tension pouls saturation;température relevée patients|blood pressure pulse;observations recorded patients
emergency-care|service d'accueil des urgences;déchocage;salle d'accueil vital;box d'urgence|casualty department;resus room;trauma bay
palliative-care|accompagnement mourants;confort derniers jours|dying patients;comfort last days
dialysis|générateurs de dialyse;séances d'hémodialyse;fistules|kidney machines;renal unit;fistula
sterilisation|boîtes instruments stérilisées;conditionnement instruments chirurgicaux|sterile packs;instrument cleaning theatre
chairside|aspiration praticien;plateau fauteuil dentaire;quatre mains|suction dentist;passed instruments dentist
prescription-dispensing|médicaments délivrés comptoir;vérification interactions traitements;prescriptions médicales traitées;posologies expliquées|medicines handed counter;checked drug interactions;doctors' scripts;explained doses
third-party-billing|caisses et mutuelles factures;cartes vitales dossiers;retours Noémie|claims insurers sent;health fund payments;chased refused claims
compounding-medicines|préparation gélules pommades;laboratoire officine fabrication;balance de précision poudres|capsules made;creams prepared pharmacy;powders weighed
pharmacy-software|LGO officine;stock commandes pharmacie informatique|pharmacy computer system
baby-care|change biberons;toilette des tout-petits;nourrissons soins quotidiens|nappies and bottles;fed infants;bathed babies
early-learning|jeux sensoriels;peinture comptines tout-petits;coins de jeux;lecture d'albums|sensory play;songs and stories toddlers;messy play
parent-communication|échanges du soir avec parents;points quotidiens familles|daily chats with parents;told parents day
school-support|aide individuelle élèves;enfants dys;élève en difficulté épaulé|one-to-one support pupil;helped struggling pupils
plate-service|assiettes portées;dressage au guéridon;découpe devant client|carried plates;carved at table;flambéed
wine-pairing|bouteilles conseillées;vins suggérés plats;carte vins argumentée|recommended bottles;suggested wines dishes
till-system|additions encaissées;tickets de caisse;terminal de paiement;règlements clients|bills settled;card payments taken;rang up sales
banqueting|repas de groupes;buffets mariages;dîners d'entreprise|weddings catered;large parties;function dinners
cocktail-making|recettes cocktails;boissons mélangées;carte cocktails créée|mixed drinks;drinks list created
hot-kitchen|cuissons et sauces;poste des viandes;plaque fourneaux|sauces and roasts;stove section;meats cooked
cold-kitchen|entrées et dressages froids;salades terrines|starters and salads;cold dishes plated
menu-design|cartes saisonnières;création de plats;recettes chiffrées|seasonal menus;new dishes written;recipes costed
food-cost|marges cuisine;pertes alimentaires réduites;ratios matières|kitchen margins;waste cut;ingredient spend
mass-catering|couverts par jour collectivité;repas scolaires|covers a day canteen;hospital meals;self-service line
bread-making|pâtes pétries;fermentation levain;baguettes façonnées|dough mixed;loaves shaped
baking-oven|fournées;cuisson des pains;défournement|batches baked;oven loads
viennoiserie|pains au chocolat;pâtes levées feuilletées;détrempe|laminated doughs;butter folds;pains au chocolat
pastry-making|gâteaux et tartes montés;crèmes et biscuits;pièces montées|cakes assembled;custards and sponges;wedding cakes
meat-cutting|carcasses désossées;morceaux parés;viande préparée|sides broken down;joints trimmed;meat prepared counter
hotel-checkin|remise des clés;installation voyageurs;formalités d'arrivée;enregistrement des arrivées;arrivées et départs|room keys handed;settled guests in;arrival formalities;arrivals and departures
hotel-software|planning des chambres informatique;logiciel d'hébergement|room planning software;front office system
hotel-bookings|séjours réservés;disponibilités et tarifs chambres|stays booked;room availability
night-closing|main courante nuit;clôture journalière réception|end-of-day accounts hotel;night accounts
complaint-handling|clients insatisfaits;gestes commerciaux;mécontentements apaisés|unhappy guests;put things right customers;goodwill gestures
room-cleaning|chambres remises;lits refaits;recouches|rooms turned;beds changed;bathrooms cleaned guests
concrete-works|fondations dalles voiles;planchers murs étages;ossature béton|foundations slabs walls;cast floors;building frames concrete
works-budget|déboursés;facturation avancement;dépenses et devis comparés;point financier chantier|spend compared estimate;invoiced progress;reported margins
subcontractor-management|entreprises extérieures consultées;compagnons encadrés;corps de métier dirigés|outside firms tendered;tradesmen supervised;trades coordinated
site-planning|phases de chantier;jalons travaux;calendrier des lots|works phased;programme of works;trades sequenced
site-safety|accueil sécurité chantier;quarts d'heure sécurité;sans accident chantier|toolbox talks;site inductions;without accident site;safety walks
bricklaying|murs montés;agglos posés|blocks laid;walls built;brick courses
formwork|banches réglées;moules béton|moulds concrete;shutters set
rebar|armatures posées;cages d'acier;treillis|steel cages;bars tied;mesh fixed
plastering|cloisons sur rails;plaques vissées|boards screwed;skimmed walls
roof-tiling|couvertures refaites;ardoises crochetées;liteaux|roofs stripped;battens;slates hung
zinc-work|noues chéneaux;descentes eaux pluviales;couvertines|rainwater pipes;box gutters;lead valleys
roof-waterproofing|toits plats;membranes soudées;terrasses étanchées|flat roofs felted;membranes torched
wall-painting|murs et plafonds peints;deux couches;mise en peinture|walls and ceilings painted;coats applied;decorated rooms
surface-prep|rebouchage et ponçage;fonds préparés;lessivage|filled and sanded;primed surfaces
tiling|sols et murs carrelés;joints ciment;grès cérame|tiled floors;grouted;porcelain laid
floor-laying|lames de parquet;stratifié posé|boards laid;vinyl fitted;carpet fitted
joinery-fitting|huisseries ajustées;fenêtres changées;ouvrants réglés|windows replaced;doors hung;frames fitted
joinery-workshop|débit et assemblage;toupie raboteuse;mobilier bois fabriqué|cut and assembled timber;planer and spindle;furniture made
sanitary-install|éviers douches raccordés;robinetterie posée;cuvettes|sinks and showers fitted;taps fitted;toilets installed
pipe-joining|tubes cuivre soudés;canalisations raccordées;sertissage tubes|copper joints;pipes connected;press fittings
boiler-maintenance|brûleurs nettoyés;réglage combustion;visites annuelles chaudières|burners cleaned;combustion adjusted;annual boiler checks
heating-install|planchers chauffants;réseaux de chauffage;émetteurs posés|heating circuits fitted;radiators hung
leak-repair|fuites colmatées;canalisations débouchées;dégâts des eaux|leaks stopped;drains cleared;burst pipes
hvac-knowledge|pompes à chaleur climatiseurs;chaudières et ventilation;équipements de confort thermique|boilers air conditioners;air handling units;cooling and heating products
refrigeration|compresseurs;détendeurs;recharge gaz frigorifique;évaporateurs|compressors;evaporators;gas recharged
electrical-install|prises interrupteurs luminaires posés;lignes tirées;saignées|sockets and lights fitted;cables run;first fix
electrical-panels|coffrets montés;disjoncteurs câblés;armoires raccordées;protections différentielles|breakers wired;consumer units changed;cabinets connected
electrical-schemas|plans unifilaires;dossier d'exécution électrique|single-line drawings;circuit drawings;execution file electrical
electrical-fault|défauts d'isolement;pannes électriques trouvées;remise sous tension|tracked faults;power restored;earth faults
low-current|caméras et alarmes posées;réseaux informatiques tirés;interphones|cameras and alarms fitted;data points;door entry
home-automation|maison connectée;volets éclairage pilotés;scénarios confort|connected house;lights blinds controlled;phone-controlled home
solar|modules en toiture;onduleurs raccordés|roof modules;inverters connected
fibre-optic|brins soudés;mesures réflectométriques;abonnés raccordés|strands spliced;light tests;homes connected network
tig-welding|électrode tungstène;argon soudure;assemblage argon|tungsten electrode;argon joints;joining under argon
mig-welding|fil continu;poste semi-auto|wire feed;solid wire joints
arc-welding|baguettes enrobées;soudure à l'arc|coated rods;stick electrodes
stainless|aciers austénitiques;nuances inoxydables;tubes inox|austenitic steels;stainless grades
orbital-welding|machine fermée tubes;soudage mécanisé tubes;générateur orbital|closed head;mechanised tube joints
welding-licence|certificat organisme de contrôle;qualification tubes;qualification position|approved by inspection body;test pieces passed;position qualification
weld-inspection|liquides pénétrants;contrôle visuel cordons;radios de soudure|penetrant dye;seams inspected;bead checks
plan-reading|croquis cotés;dessins d'ensemble;plans d'atelier|shop drawings;worked from drawings;dimensioned sketches
sheet-metal|tôles pliées roulées;tracés développés;formage tôles|sheets bent;plates rolled;folded metal
cnc-turning|pièces tournées;tour numérique;mors et outils|turned parts;lathe work;chucks set
cnc-milling|pièces fraisées;centre à broche;fraiseuse numérique|milled parts;machining centre run
cnc-programming|programmes pièces;parcours d'outil|part programs;tool paths;conversational control
machine-setup|réglages de début de série;montage d'outils;changements de série;passage de formats|tools set;changeover work
dimensional-check|cotes vérifiées;mesure au pied à coulisse;projecteur de profil|sizes checked;parts measured;calliper readings
preventive-maintenance|visites programmées machines;gammes d'entretien;rondes techniques|planned checks machines;service rounds;scheduled upkeep
corrective-maintenance|pannes résolues;remise en route;machines dépannées;arrêts réduits|breakdowns fixed;got lines running;machines repaired;downtime cut
hydraulics|vérins et pompes;circuits d'huile|cylinders and pumps;oil circuits
plc|programmes d'automates modifiés;entrées sorties;grafcet|controller logic changed;inputs outputs;sequence charts
robotics|bras robotisés;trajectoires robots;îlots robotisés|robot arms;robot cells taught
lean|gaspillages éliminés;standards de poste;chantiers d'amélioration|waste removed;standard work;improvement workshops
line-operation|cadences tenues;surveillance machines production;démarrage de ligne|kept output rate;watched machines;line started
quality-audit|visites fournisseurs qualité;constats et actions|supplier visits quality;findings raised
traceability|numéros de lots;enregistrements de production|batch numbers;production records
engine-repair|culasses;joints de culasse;moteurs refaits;distribution remplacée|cylinder heads;head gaskets;engines rebuilt;belts replaced
vehicle-diagnosis|calculateurs interrogés;voyants moteur;codes défaut|warning lights traced;control units read;fault finding vehicles
vehicle-servicing|filtres et niveaux;révisions constructeur|filters and fluids;manufacturer services
body-repair|ailes et portes redressées;tôlerie automobile|wings and doors straightened;accident damage
car-painting|teintes mises au point;apprêts ponçage voiture|colours matched;clear coat
vine-pruning|coupe des sarments;ceps taillés;sécateur électrique vigne;guyot cordon|cutting the stocks;canes pulled;winter cutting vines;secateurs vines
straddle-tractor|engin inter-rangs;interceps;rogneuse vigne;pulvérisateur vigne|over-the-row machine;hoeing between rows;topping vines
trellising|fils releveurs;piquets et fils;rangs remis en état|lifted wires;posts and wires;repaired rows
cellar-work|ouillages;lavage de cuves|topped barrels;tank washing;pump-overs
harvest|récolte du raisin;coupeurs encadrés|picking team grapes;grapes received
pesticide-licence|application phytopharmaceutiques;décideur opérateur phyto;applicateur agréé|licensed sprayer;plant protection certificate;approved applicator
tractor-driving|travail du sol;outils attelés|soil work
herd-care|soins aux bêtes;ration du troupeau;vaches suivies|animals fed;cows looked after
milking|salle de traite;tank à lait|milking parlour;bulk tank
mowing|pelouses entretenues;haies coupées|lawns cut;hedges trimmed
planting-gardens|arbustes plantés;jardins créés;bordures fleuries|shrubs planted;gardens made
tree-work|arbres grimpés;branches coupées encordé|climbed trees;branches taken down
month-end-closing|arrêtés mensuels;situations comptables;comptes de résultat;bouclage des mois;résultat annuel établi|books closed;period-end;profit and loss prepared;accounts to trial balance
vat-returns|télédéclaration taxes;taxes chiffre d'affaires;CA3 mensuelle;déclarations au Trésor|sales tax filed;turnover tax;indirect tax returns;tax authority filings
bookkeeping|saisie des pièces;journaux comptables;écritures courantes|entries posted;ledgers kept;day books
bank-reconciliation|pointage des relevés;lettrage comptes;banque justifiée|statements matched;bank balances agreed
supplier-invoices|factures contrôlées mises en paiement;échéances fournisseurs;bons à payer|bills checked paid;supplier runs;approved invoices
customer-accounts|encours clients;retards de paiement;relances paiements|overdue accounts;late payers;ledger chased
excel|tableaux croisés dynamiques;formules avancées;fichiers de suivi complexes|pivot tables;lookup formulas;complex workbooks
budgeting|prévisions annuelles de dépenses;atterrissages;révisions budgétaires|forecast spend;reforecasts;budget rounds
treasury|position de caisse;prévisions d'encaissements;placements courts|cash position;cash forecasts
payslips|salaires calculés;variables de paie saisies;fiches de salaire éditées;virements des salaires|wages worked out;pay data entered;salary statements;pay runs checked
social-declarations|cotisations versées;Urssaf et retraite;télétransmission charges;organismes sociaux déclarations|contributions sent;pension funds filings;payroll taxes reported
payroll-software|outil de paie paramétré;rubriques de paie|pay package set up;pay items configured
working-time|heures et absences saisies;compteurs de congés|hours and absences kept;leave counters
staff-admin|dossiers salariés;contrats rédigés et avenants;entrées et sorties du personnel|staff files;starters and leavers;contracts issued
social-law|réponses aux managers droit;règles du travail appliquées|advised managers labour rules
tribunal-litigation|audiences conciliation;défense de l'employeur;contentieux salariés;dossiers aux prud'hommes|hearings conciliation;defended employer;claims by staff;appeals employment
collective-agreements|textes signés syndicats;négociations annuelles;accords télétravail;organisations syndicales|texts concluded unions;pay talks;deals with unions;home working agreement
employment-law-degree|bac +5 droit social;diplôme supérieur relations de travail|postgraduate workforce law;postgraduate degree labour relations
gdpr|données personnelles;relais DPO;registre CNIL|personal data;DPO relay;privacy rules
contract-drafting|clauses rédigées;modèles de contrats;conventions relues|drafted terms;contract templates;agreements reviewed
interviewing|candidats reçus;entretiens menés;évaluation des candidats|met candidates;assessed applicants;ran interviews
sourcing|profils chassés;approche directe;vivier de candidats|approached profiles;talent pools;searched candidates
training-plan|besoins de formation recueillis;sessions organisées salariés;budget formation|training needs gathered;courses booked staff
prospecting|portes ouvertes clients;démarchage terrain;rendez-vous décrochés;comptes ouverts|won customers;cold visits;doors opened;new accounts signed
sales-negotiation|conditions discutées;remises et signature;offres défendues|discussed discounts;closed deals;terms agreed
crm|fichier clients tenu;opportunités suivies;pipe commercial|client base updated;opportunities logged;pipeline kept
sales-targets|objectifs dépassés;chiffre d'affaires en hausse;résultats commerciaux|beat targets;grew revenue;above quota
customer-advice|clients renseignés;besoins cernés|advised shoppers;needs understood
phone-support|clients renseignés téléphone;appels quotidiens;ligne client|calls a day;answered queries phone;helped callers
upselling|propositions complémentaires;offres supérieures suggérées;panier moyen augmenté;produits annexes|offered extras;suggested upgrades;raised average basket;add-ons
merchandising|rayons remplis;têtes de gondole;présentation des produits|shelves filled;promotions set up;product display
order-entry|bons de commande saisis;suivi expéditions clients|orders keyed;order follow-up
team-leading|équipe animée;collaborateurs managés;supervision de personnes|led people;ran team;managed staff
property-valuation|avis de valeur;prix de marché estimé|priced homes;market value
property-mandates|exclusivités signées;mandats rentrés;vendeurs convaincus|signed listings;instructions won
property-viewings|biens présentés;acquéreurs accompagnés|showed homes;took buyers round
lease-management|entrées et sorties locataires;loyers encaissés;quittances|move-ins and move-outs;rents collected
claims-management|dossiers indemnisés;déclarations traitées;expertises mandatées|claims paid;losses handled;adjusters instructed
diary-management|rendez-vous planifiés;agendas tenus;emplois du temps direction|appointments fixed;diaries kept
phone-reception|appels filtrés transférés;standard tenu|calls put through;calls screened
visitor-reception|visiteurs orientés;badges remis|guests directed;badges issued
minutes|réunions consignées;relevés de décisions|meetings written up;action points recorded
react|composants interface;single page;hooks et état|component-based interfaces;single-page apps;hooks and state
typescript|JavaScript typé;types stricts|typed code;strict types
node|services serveur javascript;backend javascript|server side javascript;javascript services
python|scripts pandas;jobs pyspark;notebooks;scripts d'automatisation;pytest|pandas scripts;pyspark jobs;notebooks;pytest
java|Spring;JVM;Maven|Spring;JVM;Maven
sql|requêtes et index;schémas relationnels;procédures stockées|queries and indexes;relational schemas;stored procedures
data-pipelines|alimentation quotidienne entrepôt;flux orchestrés surveillés;chargements nocturnes;DAG|nightly loads;orchestrated flows;feeds monitored;DAGs
cloud|fonctions sans serveur;infrastructure hébergée;BigQuery production;buckets|serverless functions;hosted infrastructure;buckets;managed services
dimensional-modelling|faits et dimensions;transformations SQL versionnées|facts and dimensions;versioned SQL transformations
ci-cd|livraisons automatisées;chaînes de construction;mises en production automatiques|automated releases;build chains;deploys automated
docker|images et registres;applications en conteneurs|images and registries;packaged in containers
kubernetes|pods et clusters;orchestrateur conteneurs|pods and clusters;container platform
terraform|serveurs décrits par code;playbooks|servers as code;playbooks
monitoring|alertes et tableaux métriques;disponibilité surveillée;journaux centralisés|alerts and metrics;uptime watched;central logs
networking|commutateurs et routeurs;règles de filtrage;liens inter-sites|switches and routers;firewall rules;site links
it-support|postes dépannés;collègues aidés informatique;demandes utilisateurs traitées|fixed PCs;helped colleagues computers;user requests closed
cybersecurity|failles corrigées;alertes de sécurité traitées;tests d'attaque|vulnerabilities fixed;security alerts triaged;attack tests
accessibility|lecteurs d'écran;navigation clavier;contrastes conformes|screen reader tests;keyboard use;contrast checked
testing|scénarios de test automatisés;couverture de tests;non-régression|automated scenarios;coverage raised;regression suites
agile|rituels d'équipe;mêlées quotidiennes;itérations de deux semaines|daily stand-ups;two-week iterations
powerbi|rapports interactifs;indicateurs visualisés;restitution décisionnelle|interactive reports;charts for managers
statistics|tests d'hypothèse;modèles linéaires;échantillonnage|hypothesis tests;linear models
machine-learning|algorithmes prédictifs;modèles entraînés;forêts aléatoires|trained models;predicted outcomes;random forests
figma|écrans prototypés;parcours maquettés|screens prototyped;flows mocked up
adobe|maquettes graphiques;retouche photo;mise en page documents|graphic layouts;photo retouching;page layouts
seo|positions Google;mots-clés travaillés;trafic organique|search rankings;keywords worked;organic traffic
social-media|comptes animés abonnés;publications quotidiennes;communauté développée;stories et reels;modération commentaires|posted every day;grew followers;stories and reels;moderated comments
paid-social|ciblage enchères;annonces sponsorisées;budget publicitaire;coût par clic|targeting bids;sponsored campaigns;ad budget;cost per click
copywriting|articles et accroches;textes de site;scripts vidéo écrits|articles and hooks;site copy;wrote posts;video scripts
emailing|lettres d'information;taux d'ouverture|newsletters sent;open rates
press-relations|journalistes sollicités;retombées média|pitched journalists;media coverage
event-organisation|soirées et congrès montés;prestataires d'événements|conferences run;suppliers for events;launch parties
canva|visuels pour réseaux;bannières et affiches|banners and posters;visuals for posts
lighting-design|contrastes et ambiances avec chef électro;plans de feux dessinés;sources et gélatines|lamp plots;contrast and moods;gaffer lighting
cinema-cameras|boîtiers grand capteur;caméras numériques plein format;optiques anamorphiques|large-sensor bodies;anamorphic glass;digital cinema bodies
colour-grading|rendu couleur validé;séances couleur laboratoire|look of film with lab;colour sessions
image-crew|opérateurs et assistants dirigés;équipe caméra de|operators and assistants led;camera team of
video-editing|rushes assemblés;premier bout à bout;table de montage|cut rushes;first assembly;edit suite
sound-mixing|ambiances et voix équilibrées;enregistrement voix|balanced voices;recorded voices
baccalaureate-prep|entraînement examen terminales;élèves de terminale reçus;réussite à l'examen|final-year students exam;school-leaving exam;trained students exam
differentiation|plans de travail groupes;niveaux hétérogènes;aides adaptées élèves|group work plans;mixed levels;tasks at levels
teaching-licence|concours national recrutement;titulaire Éducation nationale|qualified teacher;teacher training certificate
geogebra|figures dynamiques;algorithmique en classe|dynamic figures;coding in class
school-club|rallye et olympiades;atelier jeux mathématiques|puzzle club;olympiad team
haircut|coupes et brushings;coupes hommes femmes|cuts and blow-dries;cuts for men
hair-colour|mèches et patines;couleurs végétales|tints and highlights;balayage and toner
facial-care|soins de peau;nettoyage de peau|skin care treatments;cleansing facials
waxing|jambes et maillot;cire tiède|legs and bikini;hot wax
manicure|mains et pieds;pose d'ongles|hands and feet;nail extensions
office-cleaning|sols et bureaux entretenus;corbeilles vidées;surfaces dépoussiérées|floors and desks cleaned;bins emptied;surfaces dusted
floor-machines|machines de lavage sols;décapage et lustrage|scrubbing machines;stripped and polished floors
bio-cleaning|protocoles d'hygiène chambres;désinfection hospitalière|disinfected wards;hygiene protocol rooms
access-control|entrées filtrées;pièces d'identité vérifiées;badges délivrés|checked IDs;screened visitors;issued passes
patrols|tours de site;contrôle des issues;vérification des locaux|walked the site;doors checked;site rounds
cctv|écrans surveillés;caméras de surveillance;poste central images;levée de doute vidéo|watched screens;cameras watched;control room screens;monitored images
fire-safety|moyens d'extinction vérifiés;exercices d'évacuation;alarmes incendie traitées|extinguishers checked;evacuation drills;fire alarms handled
incident-reports|comptes rendus d'événements;événements consignés;rapports écrits au client;registre tenu|written accounts of incidents;events logged;daily log
ssiap|service de sécurité incendie;agent incendie diplômé|fire safety officer diploma;fire officer certificate
security-card|agrément activités privées de sécurité;conseil national sécurité;titre d'agent|permit private security;state licence guarding
first-aid|secouriste;gestes qui sauvent;recyclage secours|first aider;emergency response training;workplace aid
event-security|public palpé;foule gérée concerts|searched bags;crowds managed
store-security|vols à l'étalage;démarque réduite|shoplifters stopped;stock losses cut
frame-fitting|montures ajustées;verres taillés|frames adjusted;lenses cut
eye-test|vue contrôlée;acuité mesurée|sight checked;acuity measured
customs|marchandises dédouanées;formalités d'import;codes tarifaires|cleared goods;import formalities;tariff codes
freight-planning|camions affectés;transporteurs cherchés;tournées optimisées|assigned trucks;found carriers;optimised rounds
purchasing|offres comparées;prix négociés;fournisseurs sélectionnés|compared bids;prices negotiated;chose suppliers
procurement-planning|besoins calculés;ruptures évitées;commandes déclenchées|needs worked out;shortages avoided;reorders triggered
demand-forecast|ventes anticipées;volumes prévus|sales projected;volumes forecast
lab-analysis|échantillons dosés;résultats validés laboratoire;méthodes d'analyse|samples tested;results validated lab;assay methods
surveying|points relevés terrain;implantation axes|points measured;axes set out
quantity-takeoff|quantités calculées plans;bordereaux de prix|quantities measured;priced bills
earthworks|fouilles et remblais;tranchées ouvertes|trenches dug;ground levelled
excavator|mini-pelle;godet;engin à chenilles|bucket machine;tracked machine;dug with machine
crane-operation|charges levées grue;levage chantier|lifted loads;hoisting site
autonomy-support|gestes du quotidien accompagnés;autonomie préservée|everyday tasks helped;independence kept
home-help|ménage et courses;repas préparés personnes âgées;linge et logement|housework and shopping;meals for older people
animal-care|animaux soignés;pansements animaux|animals treated;pets cared
sports-coaching|séances d'entraînement;adhérents suivis;cours de fitness|training sessions;members coached;classes led
pool-watch|baigneurs surveillés;bassin surveillé|swimmers watched;pool guarded
rota-planning|horaires du personnel;relais et remplacements planifiés|staff hours planned;cover arranged
erp|gestion intégrée;modules de gestion|integrated system modules
haccp|plan de maîtrise;températures relevées frigos;règles d'hygiène cuisine;traçabilité denrées|fridge temperatures logged;kitchen hygiene rules;food traceability
electrical-habilitation|travaux basse tension habilité;consignation basse tension;C 18-510|cleared low-voltage;authorised electrical work;low-voltage permit
forklift-licence|conduite de chariots autorisée;certificat chariots;autorisation de conduite chariots|lift trucks authorised;truck operator certificate;certified lift trucks
nursing-assistant-degree|formation AS validée;IFAS;titre ministère Santé soignant|IFAS school;qualified care assistant state
accounting-degree|études comptables bac;diplôme supérieur comptabilité;DUT finance comptabilité|two-year accounting;accounting studies degree
nurse-degree|IFSI;titulaire diplôme infirmiers|nursing school;registered with nursing board
pharmacy-degree|CFA de la pharmacie;brevet préparateur officine|qualification to dispense;pharmacy dispensing certificate
`
