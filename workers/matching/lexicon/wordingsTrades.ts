/** Wordings of work gone through trade by trade, as in `wordings.ts`: id | French | English. */
export const tradeWordingLines = `
zinc-work|travaux de zinc;habillages zinc;solins et abergements;noues façonnées|zinc work;lead work;formed valleys;chimney flashings
parent-communication|échanges parents;récit de la journée familles;inquiétudes des parents|talks with parents;worries of families;daily story parents
upselling|vente d'options;options et forfaits;services complémentaires proposés|selling add-ons;add-ons and plans;extra services suggested
phone-support|réponses aux abonnés factures pannes;appels par jour|bills and faults answered;subscribers' questions
crm|historique des clients tenu;dossiers clients saisis|customer history kept;client files entered
baby-care|biberons purées couches;sommeil des bébés|bottles and nappies;naps of babies
early-learning|comptines;peinture à doigts;parcours de mousse|nursery songs;finger painting;soft play
windows-server|comptes du domaine;partages et droits;stratégies de groupe|domain accounts;shares and rights;group policies
networking|VLAN et filtrage;règles entre sites|VLANs and filtering;rules between sites
backup|copies de nuit;reprise après sinistre|nightly copies;disaster recovery drills
linux|Ubuntu;scripts bash|Ubuntu;bash scripts
cocktail-making|recettes shakées;verre à mélange;boissons signature;carte de boissons inventée|shaken stirred recipes;signature drinks;invented drinks;mixing glass
bar-stock|comptage des spiritueux;réassort des boissons;commandes aux brasseurs|counted spirits;reordered drinks;beverage counts
till-system|règlement des additions;remise en coffre;comptage du fond|settled tabs;banked takings;counted float
draught-beer|nettoyage des tireuses;changement de fûts|cleaned beer lines;changed barrels
machine-setup|prise d'origines;premières pièces validées;montage des outils coupants;réglages et corrections d'outils|set datums;proved first parts;loaded tools;tool offsets
cnc-milling|pièces prismatiques;fraisage numérique;pièces usinées en série|prismatic parts;milled series;machined components
cnc-turning|pièces de révolution;tournage numérique|turned components;round parts
cnc-programming|écriture de cycles;parcours en conversationnel;corrections de programmes|wrote cycles;conversational code;program edits
dimensional-check|cotes au centième;rapports de mesure;vérification des tolérances;colonne de mesure|sizes to a hundredth;measuring reports;tolerances verified;height gauge
plan-reading|dessins techniques clients;travail d'après croquis;interprétation de dessins|technical prints;worked from sketches;interpreted drawings
machining-degree|BTS productique;CAP mécanique de précision;formation usinage|apprenticeship mechanical production;production engineering diploma
video-editing|assemblage de documentaires;rushes triés;films montés|assembled documentaries;sorted rushes;cut films
premiere|logiciel Adobe de montage;séquences montées|Adobe editing suite;sequences edited
colour-grading|harmonisation des plans;ambiances couleur|matched shots;colour moods
sound-mixing|pistes nettoyées;niveaux équilibrés;voix et musiques calées|cleaned tracks;levels balanced;voices and music fitted
subtitling|textes traduits à l'écran;légendes incrustées|translated captions;on-screen text
motion-graphics|titres animés;infographies en mouvement|animated titles;moving charts
hot-kitchen|poêlées et rôtis;service de cent couverts;poste saucier|pan-fried and roasted;hundred covers;sauce section
stock-management|réserves comptées;seuils de commande;produits périmés écartés|storeroom counted;order levels;expired goods removed
truck-loading|palettes mises à quai;remorques remplies|pallets brought to dock;trailers filled
forklift-licence|habilité aux chariots;conduite d'engins de levage autorisée|passed lift truck test;trained truck operator
formwork|moules montés démontés;étaiement;banches posées|moulds built stripped;propping;panels set
concrete-works|voiles coulés;dalles tirées|cast walls;poured slabs
bricklaying|rangs posés au cordeau;parpaings montés|courses laid to line;blockwork raised
roof-frame|pannes et chevrons posés;levage de fermes|purlins and rafters fixed;lifted trusses
joinery-fitting|ouvrants posés d'aplomb;portes et plinthes|hung doors plumb;skirting fitted
wood-cnc|pièces bois usinées numérique|routed panels
planting-gardens|plantes mises en terre;massifs composés|plants set;borders composed
mowing|gazons tondus;débroussaillage|cut grass;brush clearing
harvest|récoltes ramassées;cagettes remplies|crops brought in;crates filled
greenhouse-crops|tomates et salades sous abri;serres chauffées|tomatoes and salads under glass;heated greenhouses
market-selling|tenue d'étal;vente directe aux particuliers|ran a stall;sold to households
lab-analysis|essais en paillasse;résultats interprétés;chaînes d'analyse|bench tests;interpreted results;analysis lines
quality-audit|vérification de conformité;visites d'évaluation|conformity checks;assessment visits
traceability|suivi des lots;registre de fabrication|followed batches;production register
occupational-risk-prevention|analyse des dangers;plans d'actions sécurité;accidents du travail réduits|hazards analysed;safety action plans;fewer accidents
purchase-orders|passation et suivi de commandes;confirmations fournisseurs|placed and tracked orders;supplier confirmations
purchasing|consultation de fournisseurs;économies réalisées achats|consulted suppliers;savings made
diary-management|gestion du temps d'un dirigeant;rendez-vous calés|director's time managed;meetings set
travel-booking|billets et hébergements organisés|tickets and stays arranged
minutes|synthèses de réunion;décisions notées|meeting summaries;noted decisions
adobe|création de supports imprimés;chartes et logos|designed brochures;layouts for print
brand-guidelines|univers visuel décliné|visual identity applied
photo-retouching|tirages corrigés;post-traitement|corrected prints;post-processing
studio-photo|éclairage flash;séances produits|flash lighting;product sessions
live-sound|balances et concerts;mixage en direct|sound checks and gigs;mixed live
load-in-and-load-out|chargement et montage de plateau|rigged and struck stage
makeup|teints travaillés;visages préparés plateau|prepared faces;complexion work
sports-coaching|échauffements et circuits;suivi de la progression|warm-ups and circuits;tracked progress
animal-care|pansages et traitements;surveillance post-opératoire animaux|groomed and treated;watched after surgery animals
child-protection|enfants placés accompagnés;rapports au magistrat|supported placed children;reports to court
employment-support|recherches d'emploi accompagnées;simulations d'entretien|job searches supported;mock interviews
psychological-assessment|passation de tests;entretiens cliniques|administered tests;clinical interviews
insurance-contracts|garanties comparées;risques couverts|compared cover;insured risks
retail-banking|ouverture de livrets;conseil en épargne particuliers|opened savings;advised savers
loan-files|capacité d'emprunt étudiée;prêts à l'habitat|borrowing studied;home loans
claims-management|constats instruits;règlements aux assurés|reports examined;paid policyholders
cataloguing-books|collections classées;notices rédigées|classified collections;wrote records
frame-fitting|ajustage de lunettes;débordage;montage sur branches;taille des verres|glazed spectacles;fitted lenses into frames;edged and mounted
eye-test|bilans visuels;dioptries mesurées;acuité et réfraction|visual checks;prescriptions measured;tested eyesight
contact-lenses|lentilles souples posées;apprentissage pose lentilles|soft lenses taught;lens aftercare
optics-advice|équipements optiques vendus;secondes paires proposées;verres multifocaux|sold eyewear;second pairs offered;varifocals
optics-software|télétransmission optique;remboursements lunettes|optical claims;spectacle refunds
roof-tiling|toits refaits;pose d'éléments petits couverture;faîtages|re-covered roofs;ridge tiles;pitched roofs
zinc-work|façonnage des métaux toiture;raccords de cheminée;évacuation pluviale|shaped metal roof;chimney flashings;rainwater goods
roof-waterproofing|mise hors d'eau;relevés bitumineux|watertight;bitumen upstands
roof-frame|chevrons et pannes;fermes posées;bois de structure|rafters and purlins;trusses lifted
height-work|évolution sur cordes;lignes de vie;travail en toiture sécurisé|rope work;lifelines;roof edge protection
scaffolding|tours et plateformes montées|towers erected;platforms built
roof-insulation|combles isolés;isolants sous toiture|lofts insulated;boards under rafters
works-budget|rentabilité des chantiers suivie;états mensuels d'avancement|project profitability;monthly statements
wall-painting|intérieurs repeints;laque et mat;rouleau et brosse|repainted interiors;brush and roller
facade-works|nettoyage et remise en peinture extérieure;enduits extérieurs refaits|outside walls redone;exterior coatings
surface-prep|grattage et enduisage;murs mis à nu|scraped and filled;stripped walls
tiling|pose scellée collée;plans de calepinage|set tiles;cut tiles to fit
plastering|cloisonnement et doublage;bandes et enduits|lined walls;taped joints
electrical-schemas|plans d'implantation électrique;dossiers techniques électriques|electrical layouts;circuit layouts
electrical-standard|conformité des installations logement;mises aux normes|brought to code;compliance of wiring
solar|centrales en toiture raccordées réseau;champs de panneaux|grid-connected arrays;array wiring
ev-charging|points de recharge posés|car chargers fitted
fibre-optic|câbles optiques tirés soudés;logements connectés très haut débit|optical cables jointed;homes connected broadband
networking|équipements actifs configurés;liaisons sécurisées entre sites|configured active equipment;secure links between sites
linux|serveurs sous Debian;scripts shell maintenance|Debian servers;shell maintenance scripts
windows-server|annuaire et stratégies de groupe;comptes et droits du domaine|directory and group policies;domain accounts
virtualisation|machines virtuelles hébergées;hyperviseurs|hypervisors;virtual hosts
backup|restaurations testées;copies externalisées|restores tested;off-site copies
cybersecurity|durcissement des postes;détection d'intrusions;gestion des vulnérabilités|hardened endpoints;intrusion detection;vulnerability management
sql|interrogation de bases;jointures et vues;entrepôt interrogé|queried databases;joins and views
powerbi|tableaux interactifs pour direction;visualisations automatisées;rapports de pilotage|dashboards for managers;interactive charts;automated reports
statistics|études chiffrées;tests de significativité;analyses de corrélations|numerical studies;tested significance;correlations analysed
data-cleaning|doublons supprimés fichiers;fiabilisation des données;jeux de données préparés|removed duplicates;made data reliable;prepared datasets
excel|modèles de calcul;macros et formules;classeurs automatisés|calculation models;macros and formulas;automated workbooks
machine-learning|modèles de prévision;classification automatique|forecasting models;classifiers
python|notebooks et bibliothèques d'analyse;automatisation par scripts|analysis notebooks;scripted automation
react|interfaces en composants réutilisables;écrans dynamiques côté client|client-side screens;reusable components interface
testing|campagnes de vérification logicielle;scripts de recette automatiques|checked releases;scripted checks
agile|livraison par itérations;carnet de produit;cérémonies d'équipe|delivered in iterations;product backlog kept;team ceremonies
docker|environnements isolés reproductibles|reproducible environments
it-support|incidents bureautiques résolus;dépannage à distance;prise en main à distance|solved desktop issues;remote help;remote control
figma|maquettes cliquables;prototypes testés utilisateurs|clickable mock-ups;prototypes tested
adobe|visuels et mises en page;supports imprimés créés;identités graphiques|designed print;layouts and visuals;graphic identities
seo|contenus optimisés moteurs;audit de positionnement;maillage interne|content optimised engines;ranking audits;internal links
social-media|animation des comptes de la marque;planning de publications;engagement abonnés|ran the brand's accounts;posting schedule;follower engagement
emailing|envois ciblés;relances automatisées mail|targeted mailings;automated mail sequences
copywriting|textes publicitaires;ligne éditoriale;contenus pour site|advertising copy;editorial line;web texts
press-relations|dossiers et communiqués;conférences de presse|press kits;press conferences
event-organisation|lancements et séminaires préparés;logistique d'invités|launches and seminars prepared;guest logistics
photo-retouching|images corrigées;détourages;chromie|corrected images;cut-outs
studio-photo|packshots;éclairage de studio|packshots;studio lights
video-editing|assemblage de plans;films courts finalisés;dérush et rythme|assembled shots;finished short films;cut and pace
motion-graphics|habillages animés;titres en mouvement|animated titles;moving graphics
colour-grading|harmonisation des couleurs plans;rendu image finalisé|matched shots colour;final picture look
sound-mixing|équilibre des pistes;bandes son finalisées|balanced tracks;final soundtracks
subtitling|versions sous-titrées livrées|captioned versions
media-delivery|fichiers finaux diffuseurs;masters livrés|final files broadcasters;masters delivered
interviewing|échanges de sélection menés;évaluations des postulants|selection talks;applicants evaluated
sourcing|recherche active de profils;candidats chassés réseaux|searched profiles actively;headhunted people
job-adverts|offres publiées sites emploi;textes de poste|vacancies posted sites;role descriptions
training-plan|parcours de formation bâtis;actions de développement salariés|learning paths built;staff development
hris|logiciel du personnel administré;base salariés tenue|personnel system kept;employee database
payslips|salaires mensuels établis;fiches de rémunération;éléments variables intégrés|monthly pay prepared;pay statements;variable items entered
social-declarations|charges calculées déclarées;organismes sociaux servis;DSN envoyées|contributions declared;returns to agencies
payroll-software|progiciel de rémunération|pay package
working-time|pointages contrôlés;absences et congés suivis|clockings checked;absences tracked
staff-admin|formalités d'embauche;contrats et avenants édités;dossiers du personnel tenus|hiring formalities;contracts and amendments;personnel files
social-law|application du code du travail;règles conventionnelles|labour code applied;rules of agreements
works-council|réunions des représentants;instances du personnel|staff representatives meetings
month-end-closing|comptes mensuels justifiés;provisions et régularisations;résultat mensuel|monthly accounts justified;accruals and adjustments
vat-returns|taxe collectée déductible déclarée;déclarations mensuelles d'impôts indirects|output and input tax declared;monthly tax filings
bookkeeping|tenue de dossiers;enregistrement des opérations|kept the books;recorded transactions
budgeting|suivi des dépenses et écarts;prévisions et réalisé comparés|spending and variances;forecast against actual
treasury|flux de caisse prévus;financements court terme|cash flows planned;short-term funding
property-valuation|fixation du prix de vente;étude de marché logement;prix d'après les ventes|set asking prices;appraised homes;priced from local sales
property-mandates|biens confiés en exclusivité;propriétaires convaincus;biens rentrés|owners persuaded;sole agency;homes taken on
property-viewings|tours de logements avec clients|showed houses;accompanied viewings
property-sales|offres d'achat rapprochées;signatures chez le notaire;transactions menées à l'acte|offers brought together;chased solicitors;sales to completion
lease-management|dossiers de location;remises de clés locataires|rental files;tenant move-ins
loan-files|plans de financement;demandes de prêt montées|funding plans;loan applications built
insurance-contracts|garanties proposées assurés;contrats adaptés clients|cover offered;policies placed
claims-management|déclarations d'accidents suivies;indemnités versées|accident reports followed;compensation paid
customer-advice|orientation des acheteurs;réponse aux questions produits|guided shoppers;answered product questions
customer-loyalty|clients réguliers suivis;programme de fidélité animé|regulars followed;loyalty scheme run
till-system|encaissements et fonds de caisse;rendu monnaie|took payments;balanced the till
merchandising|implantation des produits;mise en valeur vitrines;réassort quotidien|laid out products;dressed displays;daily refill
stock-management|suivi des quantités et seuils;entrées sorties enregistrées|quantities and thresholds;ins and outs recorded
team-leading|brigade de vendeurs animée;équipiers formés et planifiés|trained and scheduled colleagues;led a crew
rota-planning|horaires de l'équipe;plannings hebdomadaires établis|team hours;weekly rosters made
sales-targets|chiffre d'affaires développé;objectifs atteints mois|turnover grown;monthly goals met
phone-support|réponses aux abonnés;usagers renseignés par téléphone;appels clients traités|answered subscribers;customers helped by phone
email-chat-support|messages clients traités;tchat|customer messages handled;live chat
complaint-handling|clients mécontents rappelés;solutions aux litiges|called back unhappy customers;settled disputes
upselling|offres complémentaires placées;montée en gamme|placed extra offers;trade-up
crm|historique clients renseigné;fiches contacts tenues|customer history logged;contact records kept
outbound-calls|fichiers de prospects appelés;prises de rendez-vous par téléphone|called prospect lists;appointments set by phone
hotel-checkin|formalités à l'arrivée et au départ;remise des clefs voyageurs|arrivals and departures handled;handed keys travellers
hotel-bookings|planning d'occupation;demandes de séjour traitées|occupancy plan;stay requests handled
night-closing|comptes de la journée arrêtés hôtel|day's accounts closed hotel
room-cleaning|préparation des chambres;remise au propre des chambres|prepared rooms;made rooms ready
hot-kitchen|viandes et poissons cuits;envoi des plats chauds;fourneaux tenus|cooked meats and fish;ran the stove;hot dishes sent
cold-kitchen|hors-d'œuvre et salades;préparations froides|cold starters;cold preparations
menu-design|nouveaux plats imaginés;cartes renouvelées|new dishes created;renewed menus
food-cost|coût des assiettes maîtrisé;gaspillage limité|plate costs controlled;limited waste
haccp|règles sanitaires appliquées cuisine;contrôles d'hygiène;autocontrôles sanitaires|kitchen safety rules;hygiene checks;sanitary self-checks
pastry-making|desserts et gâteaux élaborés;crèmes mousses biscuits|made desserts and cakes;creams mousses sponges
bread-making|fabrication de pains;mise en forme des pâtons|made loaves;formed dough pieces
viennoiserie|brioches et croissants;tours de beurre|brioches and croissants;butter layers
baking-oven|cuissons surveillées fournil|watched bakes
meat-cutting|pièces de viande préparées;désosser et parer|prepared cuts;boned and trimmed
cocktail-making|boissons élaborées au comptoir;recettes maison bar|drinks made bar;house recipes
barista-skill|boissons chaudes lactées;extraction espresso|milk drinks;espresso extraction
plate-service|accueil et service des convives;plats apportés et débarrassés|served diners;brought and cleared dishes
hygiene-care|aide à la douche et à l'habillage;accompagnement au lever|helped shower and dress;morning routines residents
care-records|informations notées équipe soignante;suivi consigné dossier|information recorded care team;follow-up written
medication-round|traitements distribués selon prescription|handed out treatments as prescribed
baby-care|repas et change des bébés;endormissement des tout-petits|fed and changed babies;put infants to sleep
early-learning|ateliers de découverte petits;activités motrices enfants|discovery workshops toddlers;motor activities children
parent-communication|liens avec les familles;compte rendu de journée aux parents|links with families;told parents about day
school-support|accompagnement d'enfants handicapés classe;aide aux apprentissages|supported disabled children class;helped learning
activity-leading|jeux et projets pour enfants;veillées et sorties|games and projects children;evenings and trips
lesson-planning|cours élaborés;progressions rédigées|prepared classes;wrote schemes
adult-training|salariés formés groupes;sessions pour adultes|trained staff groups;sessions adults
functional-rehabilitation|récupération de la marche;rééducation après opération;renforcement musculaire patients|walking recovery;rehab after operations;strengthened patients
facial-care|rituels visage;peaux nettoyées hydratées|face rituals;cleansed and moisturised skin
body-care|gommages et enveloppements;détente du corps|scrubs and wraps;relaxing treatments
waxing|poils retirés cire|removed hair wax
manicure|vernis et limage;soin des ongles|filed and polished nails
makeup|mise en beauté;teint et yeux|brides made up;evening looks
cosmetics-sale|crèmes et parfums vendus;conseils beauté suivis d'achats|sold creams and perfumes;beauty advice sales
haircut|mise en forme cheveux;carrés et dégradés;brushings|bobs and fades;blow-dries;shaped hair
hair-colour|éclaircissement;patines;teintes et reflets|lightening;toners;shades and reflections
updos|attaches pour cérémonies;coiffures de soirée|pinned styles ceremonies;evening hair
beard|barbes sculptées;rasoir|shaped beards;razor
office-cleaning|locaux maintenus propres;entretien courant des bureaux|kept premises clean;daily cleaning of offices
floor-machines|entretien mécanisé;auto-laveuse et disques|mechanised cleaning;ride-on scrubber
window-cleaning|surfaces vitrées|glass surfaces
bio-cleaning|nettoyage selon protocole sanitaire;chambres d'hôpital désinfectées|cleaned by sanitary protocol;hospital rooms disinfected
access-control|contrôle des allées et venues;vérification de badges et sacs|controlled comings and goings;checked badges and bags
patrols|inspection régulière des lieux;surveillance itinérante|regular inspection of premises;mobile surveillance
cctv|visionnage des images;surveillance à distance écrans|viewed images;remote surveillance screens
fire-safety|contrôle des extincteurs;prévention des départs de feu;mise en sécurité du public|checked extinguishers;prevented fires;brought public to safety
incident-reports|consignation des faits;rapports quotidiens de vacation|recorded events;daily shift reports
first-aid|premiers gestes victimes;secours d'urgence pratiqués|first response casualties;emergency aid given
conflict-management|médiation avec public agressif|talked down aggressive people
route-driving|tournées quotidiennes;livraison chez clients;arrêts multiples|daily rounds;delivered to customers;multiple stops
load-securing|fixation de la cargaison;sangles et cales|fastened cargo;straps and chocks
tachograph|respect de la réglementation sociale;temps de repos|rest periods respected;legal driving time
long-haul|trajets internationaux;départs à la semaine|international trips;weekly departures
tail-lift|chargement par hayon|tail-gate loading
order-picking|constitution de commandes;ramassage d'articles entrepôt|made up orders;collected items warehouse
goods-receiving|accueil des livraisons;contrôle quantitatif à réception|took in deliveries;counted at receipt
customs|passage en douane;déclarations d'importation|cleared imports;import declarations
purchasing|mise en concurrence;contrats fournisseurs négociés;achats de matières|competitive bids;supplier deals negotiated;bought materials
procurement-planning|flux d'approvisionnement pilotés;niveaux de commande calculés|managed supply flows;order levels calculated
preventive-maintenance|plan d'entretien suivi;graissages programmés;contrôles périodiques machines|planned greasing;periodic checks machines;maintenance plan followed
corrective-maintenance|interventions sur arrêt machine;dépannages rapides;roulements remplacés|fixed stoppages;quick repairs;bearing swaps;restarts
hydraulics|flexibles haute pression;distributeurs remplacés;fuites d'huile|high-pressure hoses;valves replaced;oil leaks
plc|modification de programmes machine;consoles de programmation|edited machine logic;programming consoles
computerised-maintenance|bons de travail tenus;interventions enregistrées logiciel|work orders kept;jobs recorded software
electrical-habilitation|autorisé à consigner;consignation électrique autorisée;basse tension autorisé|permitted to isolate;isolation low-voltage permitted
machine-setup|réglage des paramètres machine;lancement de série|set machine parameters;series started
dimensional-check|mesures de pièces;conformité aux plans vérifiée|measured parts;checked against drawings
cnc-programming|écriture de programmes d'usinage|wrote machining programs
cad|modèles 3D de pièces;plans dessinés logiciel;assemblages modélisés|3D part models;drew plans software;modelled assemblies
quality-audit|contrôles système qualité;évaluations internes|checked quality system;internal assessments
lean|réduction des pertes;chantiers progrès atelier|loss reduction;shop-floor progress
gmp|production sous règles pharmaceutiques;traçabilité des lots fabriqués|made under pharmaceutical rules;lot records
engine-repair|réfection de moteurs;courroies et pompes remplacées;embrayage changé|rebuilt engines;replaced belts and pumps;changed clutches
vehicle-diagnosis|recherche de défauts électroniques;lecture des calculateurs|found electronic faults;read control units
vehicle-servicing|vidange et contrôle des niveaux;freins et pneus changés|changed oil and checked levels;brakes and tyres changed
body-repair|carrosseries redressées;éléments remplacés après choc|straightened bodies;replaced panels after crash
mowing|entretien des pelouses;tailles de haies|looked after lawns;trimmed hedges
planting-gardens|aménagement de jardins;plantation de végétaux|laid out gardens;planted greenery
tree-work|arbres taillés abattus|trimmed and felled trees
paving|allées et terrasses posées|paths and patios laid
irrigation|systèmes d'arrosage posés réglés|watering systems fitted
tractor-driving|travaux mécanisés aux champs;attelage d'outils|mechanised field work;hitched implements
herd-care|alimentation et santé du troupeau|fed herd;herd health
lab-analysis|mesures physico-chimiques;essais sur échantillons;appareils d'analyse|physico-chemical measures;tested samples;ran instruments
sampling|échantillons recueillis|collected samples
blood-collection|prélèvements sanguins au laboratoire|took blood samples lab
prescription-dispensing|traitements délivrés sur ordonnance;lecture et préparation d'ordonnances|supplied prescribed medicines;read and prepared scripts
third-party-billing|prise en charge par mutuelles;envoi des factures à la sécurité sociale|billing to insurers;invoices to social security
over-the-counter-advice|réponse aux demandes sans ordonnance|advice on non-prescription products
chairside|assistance au praticien;préparation du plateau dentaire|assisted dentist;prepared tray dentist
diary-management|organisation des rendez-vous;coordination d'agendas|organised meetings diaries;coordinated calendars
minutes|rédaction après réunion;notes de séance|notes after meetings;session notes
phone-reception|réponse et transfert d'appels;filtrage téléphonique|answered and passed calls;filtered callers
visitor-reception|réception du public;orientation à l'accueil|received public;guided at front desk
filing|documents rangés;archivage papier et numérique|put away documents;paper and digital archive
travel-booking|voyages et hôtels réservés pour direction|booked trips and hotels for managers
office-software|tableurs et traitement de texte|spreadsheets and word processing
legal-watch|suivi des textes et jurisprudence|followed case law
contract-drafting|rédaction et négociation de conventions;clauses contractuelles|wrote agreements;contract clauses
gdpr|conformité vie privée;registre et consentements|privacy compliance;register and consents
translation|passage d'une langue à l'autre documents|rendered documents
sports-coaching|accompagnement physique personnalisé;séances collectives|personal fitness;group sessions
pool-watch|prévention des noyades;sécurité des nageurs|drowning prevention;swimmer safety
animal-care|soins et pansements animaux;contention et pesée|treated and dressed animals;restrained and weighed
flower-arranging|bouquets et compositions;mariages et deuils fleuris|bouquets and arrangements;wedding and funeral flowers
guided-tours|commentaires de visites;groupes accompagnés musée|commented visits;accompanied groups
selling-holidays|séjours conseillés et réservés|advised and booked trips
`
