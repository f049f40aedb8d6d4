/** Further wordings of work, as in `wordings.ts`: id | French | English. */
export const moreWordingLines = `
settling-patients|patients installés examen;confort du patient avant soin|made patients comfortable;prepared patients examination
post-operative-care|réveil des opérés;retours de bloc surveillés|patients back from surgery;waking patients watched
chemotherapy|protocoles anticancéreux;hôpital de jour cancer|cancer drugs given;day unit cancer
cardiology|tracés cardiaques;insuffisance cardiaque|heart tracings;heart failure patients
diabetes-care|patients insulinodépendants;carnet glycémique|sugar levels checked;insulin-dependent patients
mental-health-care|apaisement des crises;pavillon fermé;patients psychotiques|calmed crises;closed ward;psychotic patients
geriatrics|grand âge;long séjour|old age ward;long-stay residents
obstetrics|accouchements;sorties de maternité|births attended;maternity discharge
operating-theatre|instruments tendus chirurgien;champ stérile;interventions chirurgicales servies|passed instruments surgeon;sterile field;operations assisted
care-plans|objectifs de soins rédigés;besoins évalués patients|care goals written;needs assessed patients
infection-prevention|isolement et hygiène des mains;protocoles d'hygiène|hand hygiene isolation;hygiene protocols
pain-assessment|douleur évaluée cotée;antalgiques adaptés|pain scored;relief adjusted
nursing-care|réfection des lits;prévention d'escarres;bas de contention|pressure sores prevented;beds and positioning
walking-aid|lever et marche accompagnés;déambulateur|walked with residents;walking frame
care-home-activities|jeux et sorties résidents;goûters animés|games and outings residents;singing sessions
meal-preparation|petits plats maison;repas adaptés bénéficiaires|cooked for clients;lunches at home
befriending|présence et conversation;visites amicales|company and conversation;friendly visits
individual-support-plan|objectifs personnalisés usagers;bilans d'évolution|personal goals users;progress reviews
autism|troubles envahissants;pictogrammes|autistic;picture cards
child-protection|mineurs confiés;audiences juge des enfants|children in care;concerns reported;family court
housing-support|recherche de logement;expulsions évitées;personnes à la rue|found housing;evictions avoided;rough sleepers
employment-support|retour à l'emploi;demandeurs d'emploi suivis;ateliers CV|back into work;jobseekers followed;CV workshops
social-assessment|visites à domicile familles;évaluation de situations|home visits families;situations assessed
mediation|litiges de voisinage;dialogue entre parties|neighbour disputes;parties brought together
homework-help|leçons du soir;devoirs encadrés|evening lessons;homework supervised
pupil-assessment|copies corrigées;devoirs notés;bulletins remplis|papers marked;tests graded;reports filled
phonics|lecture aux CP;premiers lecteurs|first readers;letter sounds
language-teaching|cours de conversation;oraux d'élèves|conversation classes;speaking practice
french-for-foreigners|apprenants étrangers;primo-arrivants|foreign learners;newly arrived adults
lesson-planning|séquences construites;progressions annuelles|units built;yearly plans
class-management|discipline de classe;climat de classe|class discipline;calm classroom
adult-training|stagiaires adultes formés;groupes de formation animés|adult groups trained;courses delivered
instructional-design|modules conçus;supports pédagogiques;capsules vidéo|modules built;course materials;learning videos
functional-rehabilitation|patients remis sur pied;exercices de mobilité;bilans articulaires|mobility exercises;got patients moving;joint tests
x-ray|clichés osseux;positionnement des patients imagerie|bone images;positioned patients imaging
ct-scan|tomographies;examens en coupe;produit de contraste|cross-section images;contrast media
blood-collection|tubes étiquetés prélevés;prélèvements à jeun|tubes drawn;fasting samples
haematology|groupes sanguins;coagulation|blood counts;blood groups;clotting
culture-media|germes identifiés;boîtes ensemencées;antibiogrammes|germs identified;plates streaked
gas-chromatography|spectres de masse;séparation des composés|mass spectra;separated compounds
titration|solutions titrées;acidité mesurée|solutions titrated;acidity measured
good-laboratory-practice|cahiers de laboratoire;étalons et témoins|lab notebooks;controls and standards
clinical-trials|patients inclus étude;cahiers d'observation;visites de monitoring|patients enrolled study;site visits trial
over-the-counter-advice|petits maux comptoir;conseils de prise médicament|minor ailments counter;advice with medicines
dosette-boxes|semainiers préparés;piluliers maison de retraite|weekly boxes filled;pills sorted by day
medical-devices|lits médicalisés loués;orthèses posées|hospital beds hired;braces fitted
dental-impressions|empreintes coulées;plâtres dentaires|impressions poured;dental models
medical-typing|courriers médicaux dictés;comptes rendus frappés|dictated letters typed;reports typed doctors
clinic-lists|créneaux de consultation;rendez-vous patients fixés|consultation slots;patients booked
emergency-call-handling|appels de détresse;engagement des secours|distress calls;crews sent
firefighting|lances et échelles;feux éteints|hoses and ladders;fires put out
strength-training|programmes personnalisés adhérents;plateau de musculation|personal programmes;weights room
yoga|postures et respiration|postures and breathing
welcoming-customers|premiers contacts clients;clients orientés|first contact customers;pointed customers
laying-tables|nappage;couverts et verres dressés;carcasse de salle|linen and cutlery;glasses set
serving-wine|service au seau;bouteilles débouchées|poured wine;uncorked bottles
taking-food-orders|commandes notées à table;annonce en cuisine|orders noted table;called orders kitchen
dishwashing|vaisselle et casseroles|pots and pans
vegetable-prep|légumes taillés;brunoise|vegetables cut;diced
plate-presentation|assiettes dressées;envois soignés|plates finished;garnished
fine-dining-kitchen|maison étoilée;table gastronomique|starred house;tasting menu
plated-desserts|desserts minute;quenelles|desserts to order;sweet section
temperature-records|frigos relevés;dates limites contrôlées|fridges logged;dates checked
ordering-kitchen-supplies|marchandises commandées cuisine;réception des denrées|goods ordered kitchen;deliveries food checked
restaurant-management|coûts et équipe salle;exploitation d'un établissement|ran a restaurant;costs and rotas restaurant
opening-and-closing|ouverture rideau;alarmes et clés magasin|unlocked shop;keys and alarm
guest-billing|notes d'hôtel éditées;folios clients|room bills;hotel invoices
room-upgrades|chambres supérieures proposées;surclassements vendus|better rooms offered;suites sold
concierge-services|billets et taxis clients;demandes particulières clients|tickets and taxis guests;special requests
room-inspection|chambres vérifiées;attribution des étages|rooms checked;floors allotted
selling-holidays|circuits et croisières vendus;devis de séjours|cruises and tours sold;trips quoted
guided-tours|groupes guidés;anecdotes historiques|led groups sights;local history told
cabin-safety|consignes de bord;évacuation toboggans|safety briefing aboard;slides evacuation
passenger-check-in|cartes d'embarquement;bagages enregistrés|boarding passes;bags tagged
needs-analysis-sales|questions ouvertes clients;besoins reformulés|open questions customers;needs restated
clothing-sales|silhouettes conseillées|fitting rooms;outfits advised
luxury-sales|clientèle exigeante;pièces d'exception|demanding clients;exclusive pieces
outbound-calls|contacts téléphoniques prospects;campagnes d'appels|rang prospects;call campaigns
first-line-phone-support|pannes résolues au téléphone;box dépannées;abonnés dépannés|fixed faults by phone;subscribers helped
churn-calls|départs évités abonnés;offres de rétention|kept subscribers;retention offers
call-scripts|argumentaires et objections|pitch and objections
average-handling-time|durée moyenne des appels;appels décrochés|average call length;calls answered rate
key-accounts|enseignes nationales;contrats annuels distribution|national chains;yearly contracts retailers
quotations|offres chiffrées;propositions tarifaires|priced offers;prices submitted
client-portfolio|clients suivis secteur;comptes visités|visited accounts;territory customers
trade-fairs|stand tenu;visiteurs de salon|manned stand;show visitors
sales-team-leadership|vendeurs coachés;objectifs d'équipe|coached reps;team quotas
store-inventory|pertes et stocks magasin;comptage de rayon|stock take shop;shelf count
restocking|palettes mises en rayon;linéaires remplis|pallets put out;shelves topped up
store-ordering|commandes de rayon;gammes locales|department orders;local ranges
click-and-collect|courses préparées drive;retraits clients|online baskets picked;collections handed
window-dressing|mannequins habillés;étals présentés|dressed mannequins;displays built
store-p-l|marge et masse salariale magasin;résultat du magasin|margin and payroll shop;store result
price-negotiation-with-suppliers|rabais obtenus;tarifs revus fournisseurs|won discounts;supplier prices cut
purchase-orders|bons d'achat émis;retards fournisseurs relancés|orders placed;late deliveries chased
marketing-plan|actions promotionnelles annuelles;cibles et messages|yearly promotions;audiences and messages
market-research|questionnaires clients;concurrents étudiés|customer questionnaires;competitors studied
influencer-marketing|créateurs de contenu sollicités|worked with creators
short-videos|formats verticaux;vidéos pour réseaux|vertical clips;videos for networks
brand-guidelines|règles graphiques;univers de marque|look and feel;brand book
public-relations|partenaires et élus rencontrés;image de l'entreprise|stakeholders met;company image
internal-communications|lettre aux salariés;écrans internes|news for staff;staff screens
sea-freight|conteneurs suivis port;réservations de navires|boxes tracked port;vessel bookings
goods-receiving|livraisons contrôlées;camions réceptionnés;bons de livraison pointés|deliveries checked;notes matched
barcode-scanner|codes-barres lus;flashage|codes scanned;handheld terminal
stock-management|niveaux de stock suivis;réassorts lancés;écarts analysés|stock levels kept;top-ups launched;gaps analysed
round-planning|circuits optimisés;plan de chargement tournées|circuits optimised;stops sequenced
driver-management|conducteurs briefés;heures de conduite suivies|briefed drivers;drivers' hours checked
parcel-delivery|plis remis;tournée de colis;signature du destinataire|dropped parcels;recipient signature
vehicle-checks|tour du véhicule;niveaux et pneus avant départ|walk-round;levels and tyres before leaving
bus-driving|ligne urbaine;voyageurs transportés|urban line;passengers carried
requirements-gathering|besoins des métiers recueillis;ateliers de cadrage|business needs gathered;scoping workshops
user-acceptance-testing|jeux d'essai;anomalies remontées recette|test cases run;defects reported
microservices|services découplés;architecture découplée|decoupled services;split the monolith
api-design|contrats d'interface;points d'entrée REST|interface contracts;endpoints
code-review|relectures croisées;qualité du code|peer reviews;code quality
database-administration|serveurs de bases surveillés;index et sauvegardes|database servers watched;indexes and backups
wordpress|sites vitrines;thèmes et extensions|brochure sites;themes and plugins
shopify|paniers et fiches produits;boutique en ligne|baskets and product pages;web store
project-management|budget et délais tenus;jalons et risques;comités projet|budget and deadlines kept;milestones and risks;project boards
change-management|équipes accompagnées outil|teams helped adopt;new tool adoption
backlog-grooming|récits utilisateurs;priorités produit|product priorities;stories refined
user-research|entretiens d'usagers;tests d'utilisabilité|talked with users;usability sessions
design-system|composants réutilisables;bibliothèque d'écrans|reusable components;screen library
natural-language-processing|textes classés automatiquement;assistants conversationnels|texts classified;chat assistants
time-series|prévisions de ventes modélisées|sales forecasts modelled
data-warehousing|magasins de données;couches de stockage analytique|data marts;analytic storage layers
event-streaming|flux en continu;messages asynchrones|real-time feeds;asynchronous messages
workstation-deployment|postes préparés;parc renouvelé|PCs imaged;fleet renewed
it-service-management|changements planifiés;incidents classés|changes scheduled;incidents categorised
identity-and-access-management|droits et comptes|rights and accounts
hardening|mises à jour sécurité;surfaces réduites|security updates;attack surface reduced
digital-forensics|intrusions analysées;traces collectées|intrusions analysed;evidence collected
risk-analysis-ebios|cartographie des risques informatiques;plans de traitement|mapped IT risks;treatment plans
application-security|failles applicatives corrigées;revue sécurité code|app flaws fixed;secure code reviews
serverless|fonctions événementielles|event-driven functions
high-availability|bascule automatique;reprise sans coupure|automatic failover;no-downtime
microcontrollers|pilotes de carte;bas niveau|board drivers;low-level code
technical-documentation|guides et manuels rédigés|wrote guides and manuals
bathroom-renovation|baignoires vasques WC;douches à l'italienne|tubs basins WCs;showers replaced
sanitary-install|baignoires et vasques;WC suspendus|tubs and basins;wall-hung toilets
heat-pumps|chauffage aérothermique;unités air-eau|air-to-water units;outdoor units heating
gas-licence|registre installateurs gaz;professionnel du gaz|register gas engineers;registered gas
water-heaters|ballons changés;production eau chaude|cylinders changed;hot water supply
mechanical-ventilation|bouches et gaines;extraction d'air;débits mesurés|ducts and grilles;air extraction;airflows measured
split-units|unités intérieures extérieures;climatiseurs muraux|indoor outdoor units;wall units
building-management-system|automates bâtiment;consignes de température|plant controllers;setpoints
energy-audit|consommations analysées;scénarios de travaux|use analysed;retrofit scenarios
suspended-ceilings|ossature plafonds;dalles 600|ceiling frames;tiles and grids
aluminium-joinery|châssis vitrés;baies coulissantes|glazed frames;sliding doors
external-wall-insulation|isolants façade;calage chevillage panneaux|insulation boards walls;façade panels
pouring-concrete|coulage et tirage;vibrage béton|poured and levelled;vibrated concrete
sewerage|collecteurs et regards;réseaux gravitaires|drains and chambers;gravity pipes
kerb-laying|caniveaux et bordurettes;pavés posés|edgings;pavers laid
demolition|cloisons abattues;bâtiments déposés|knocked down walls;buildings taken down
asbestos-removal|zone confinée;sas de décontamination|sealed zone;decontamination unit
structural-calculations|sections de poutres;charges calculées|beam sizes;loads worked out
bim-model|maquette numérique;synthèse des réseaux|digital model;services coordinated
planning-permission|dossiers déposés mairie;pièces graphiques permis|files lodged council;permit drawings
tendering|dossiers de candidature marchés;mémoires rédigés|bids written
snagging|réserves levées;livraison aux acquéreurs|defects cleared;handed over homes
works-supervision|visites d'avancement;entreprises suivies exécution|progress visits;contractors followed
interior-layout|espaces agencés;ambiances et matériaux|spaces arranged;materials and moods
meter-reading|index relevés;compteurs posés|indexes read;meters swapped
subscriber-connection|prises optiques posées;clients raccordés|outlets fitted;customers connected
otdr-testing|courbes et pertes mesurées|losses measured
computerised-maintenance|bons d'intervention saisis;historique machines|work orders logged;machine history
first-line-maintenance|petites pannes opérateur;graissage et nettoyage machines|small fixes operator;greased and cleaned machines
spare-parts|pièces critiques;stock de rechange|critical parts;replacement stock
calibration|instruments vérifiés;périodicité de contrôle|instruments verified;check intervals
coordinate-measuring-machine|palpage pièces;rapports de mesure|probed parts;measurement reports
spc|dérives détectées cartes|drift charts
fmea|modes de défaillance|failure modes
8d|causes racines;plans d'action défauts|root causes found;action plans defects
quality-management-system|processus et procédures certifiés;revue de direction|certified processes;management review
non-conformities|pièces rebutées analysées;réclamations traitées qualité|rejected parts analysed;quality claims
incoming-inspection|réceptions contrôlées;lots acceptés refusés|deliveries inspected;batches accepted
production-scheduling|ordres de fabrication lancés;charge des ateliers|works orders launched;shop load
work-instructions|modes opératoires;fiches de poste|job sheets;operating steps
technical-specifications|exigences formalisées;cahiers techniques|requirements written;technical briefs
finite-element-analysis|maillage;résistance simulée|meshed;strength simulated
3d-printing|pièces imprimées;maquettes rapides|printed parts;quick mock-ups
pcb-design|cartes routées;schémas de cartes|boards routed;board schematics
electronic-soldering|composants soudés;cartes câblées|components soldered;boards populated
grinding|rectifieuse;tolérances microns|surface grinder;micron tolerances
deburring|bavures enlevées;états de surface|burrs removed;surface finish
bending-sheet|plieuse;tôles découpées et pliées|folding machine;cut and bent sheets
riveting|panneaux fuselage;trous et fixations|fuselage panels;fasteners
composite-lay-up|plis de carbone;moulage sous vide|carbon plies;vacuum bagging
injection-moulding|presses plastique;moules changés|plastic presses;moulds changed
packing-line|mise en étuis;encaisseuse|cartons filled;case packer
bottling|soutireuse;flacons remplis|filled bottles;capping
aseptic|habillage stérile|sterile gowning
blending|mélanges et pesées|mixes and weighings
process-validation|protocoles de qualification|qualification protocols
lockout-tagout|énergies condamnées;cadenas sécurité|energies isolated;padlocked
fault-code-reading|codes défaut lus;faisceaux contrôlés;pannes électriques véhicules|read fault codes;traced wiring;electrical faults cars
vehicle-diagnosis|recherche de panne faisceaux|traced wiring faults
brakes|plaquettes et disques changés;trains roulants|pads and discs changed
tyre-fitting|pneus montés équilibrés|tyres fitted balanced
car-air-conditioning|recharge climatisations véhicules;circuits clim auto|recharged car air conditioning;refrigerants in vehicles
refrigerant-licence|catégorie V climatisation véhicules;habilité fluides|certified handle refrigerants;certified cooling gases
electric-vehicle-authorisation|consignation haute tension véhicules|isolated high voltage vehicles
hybrid-vehicles|batteries de traction;motorisation électrique|traction batteries;electric drivetrains
mot-testing|points de contrôle véhicules;contre-visites|test points vehicles;retests
vehicle-recovery|voitures remorquées;dépannage route|towed cars;roadside rescue
aircraft-maintenance|visites programmées avions;moteurs d'avion déposés|aircraft checks;engines removed aircraft
track-laying|traverses remplacées;soudure de rails|sleepers replaced;rails welded
marine-engines|machines de bord;groupes embarqués|engine room;ship engines
weaving|métiers à tisser;étoffes produites|looms run;cloth made
leather-goods|sacs montés;piqûres sellier|bags assembled;hand-stitched leather
upholstery|assises refaites;mousses et tissus|seats redone;foam and fabric
offset-printing|tirages calés;encrage|runs set up;inking
prepress|fichiers imprimeur préparés;épreuves contrôlées|print files prepared;proofs checked
appliance-repair|lave-linge réparés|washing machines repaired
sensors|boucles réglées;transmetteurs étalonnés|loops tuned;transmitters calibrated
carbon-footprint|émissions mesurées;trajectoire bas carbone|emissions measured;low-carbon plan
crop-spraying|cuves de traitement;pulvérisateur réglé|spray tank;nozzles set
hand-harvesting|cueillettes;récoltes à la main|picked fruit;crops gathered
weeding|rangs binés;plants repiqués|hoed rows;seedlings planted out
beekeeping|ruches visitées;miel extrait|hives visited;honey extracted
planting-trees|massifs et arbustes;gazon semé|beds and shrubs;lawn sown
irrigation-systems|goutteurs;programmateurs arrosage|drippers;watering timers
chainsaw-work|bois abattu;billonnage|felled wood;logs cut
waste-sorting|matières séparées tapis;refus de tri|materials separated;belt sorting
refuse-collection|bacs vidés;tournée des déchets|bins lifted;rubbish round
wastewater-treatment|bassins et pompes épuration;rejets contrôlés|tanks and pumps sewage;discharges checked
feeding-animals|rations distribuées;litières changées|rations given;bedding changed
animal-handling|chiens lavés tondus;animaux contenus|dogs washed clipped;held animals
veterinary-assistance|opérations animaux préparées;hospitalisations animales|animal operations prepared;kennels ward
dusting|meubles essuyés;poubelles sorties|furniture wiped
cleaning-toilets|sanitaires désinfectés|washrooms disinfected
cleaning-audits|contrôles propreté chantiers|hygiene checks sites
linen-processing|draps lavés pliés|sheets washed folded
alarm-response|alarmes vérifiées;interventions de nuit alarmes|alarms checked;night call-outs alarms
site-guarding|site gardé;fermeture des accès|guarded site;gates locked
crowd-safety|files et foule gérées|queues managed
conflict-management|altercations désamorcées;publics difficiles|tempers calmed;difficult people
occupational-risk-prevention|accidents analysés;visites sécurité;équipements de protection|accidents analysed;safety walks;protective gear
men-s-cut|dégradés à la tondeuse|clipper fades
updos|attaches et chignons;coiffures de mariée|bridal styles;pinned hair
gel-nails|pose de capsules;semi-permanent|tips applied;shellac
hot-stones|massages relaxants;pierres volcaniques|relaxing massage
selling-treatments|cures vendues;produits de soin proposés|courses of treatment sold;skincare proposed
shoot-preparation|repérages et essais;dépouillement scénario|scouting and tests;breakdown of script
call-sheets|convocations équipe;logistique de tournage|crew calls;shoot logistics
dolly|rails et grues plateau|tracks and cranes set
camera-operating|plans tournés;caméra épaule|shots filmed;handheld camera
focus-pulling|netteté assurée;optiques préparées|kept sharp;lenses prepared
live-capture|concerts filmés direct;réalisation en direct|concerts filmed live;live direction
live-sound|balances concerts;façade et retours|sound checks gigs;front of house
location-sound|micros cravates;perche plateau|lapel mics;boom on set
lighting-desk|conduite lumière;projecteurs programmés|cues programmed;light show
premiere|bout à bout;habillage vidéos|finished videos
compositing|incrustations;plans truqués|keying;effects shots
blender|personnages animés;scènes en volume|animated characters;modelled scenes
cultural-mediation|visites et ateliers publics|visits and workshops audiences
presenting-on-air|émissions animées;flashs|shows hosted;bulletins read
sub-editing|textes corrigés titres;relecture d'épreuves|copy corrected;headlines written
illustration|dessins originaux;croquis de commande|original drawings;commissioned sketches
art-direction|pistes créatives;équipe créa dirigée|creative routes;led creatives
wedding-photography|reportages mariages|weddings shot
cataloguing-books|fonds indexés;livres équipés|stock indexed;books covered
invoicing|notes clients émises;factures envoyées|bills raised;invoices sent
credit-control|débiteurs relancés;délais de paiement réduits|debtors chased;payment days cut
accounting-entries|pièces imputées;saisie des journaux|documents coded;journals keyed
fixed-assets|plan d'amortissement;acquisitions suivies|depreciation schedule;asset register
accounts-review|dossiers clients révisés;bilans de PME|client files reviewed;small company accounts
statutory-audit|comptes certifiés;cycles contrôlés|accounts certified;cycles tested
internal-controls|procédures testées;points de contrôle|procedures tested;control points
cost-accounting|coûts de revient;marges par produit|unit costs;margins by product
financial-modelling|scénarios chiffrés;plan d'affaires|scenarios modelled;business case
anti-money-laundering|opérations suspectes;dossiers clients vérifiés identité|suspicious transactions;identity checks clients
retail-banking|épargne et comptes particuliers;produits bancaires placés|savings and current accounts;bank products placed
underwriting|risques tarifés;garanties proposées|risks priced;cover offered
damage-assessment|dégâts évalués;visites de sinistre|damage valued;loss visits
company-law|procès-verbaux d'assemblée;augmentations de capital|shareholder minutes;capital increases
litigation|mémoires et plaidoiries;dossiers au tribunal|briefs and hearings;court files
condominium-management|assemblées de copropriétaires;budgets d'immeuble|owners' meetings;building budgets
lettings-management|locataires installés;loyers quittancés|tenants placed;rents billed
property-sales|ventes de maisons conclues;acquéreurs trouvés|house sales closed;buyers found
facilities-management|prestataires du site;maintenance des locaux|site contractors;premises upkeep
organising-meetings|séminaires préparés;salles et traiteurs réservés|seminars prepared;rooms and catering booked
minute-taking|réunions retranscrites|meetings written up
scheduling-appointments|créneaux fixés;planning de direction|slots set;director's calendar
filing-records|dossiers classés;archives tenues|papers filed;archives kept
data-entry|formulaires saisis;fichiers mis à jour|forms keyed;files updated
public-reception|usagers renseignés;guichet tenu|residents helped;counter staffed
civil-registration|actes de naissance;mariages enregistrés|births registered;marriages recorded
funding-applications|dossiers de subvention montés|grant files
team-management|agents encadrés;entretiens annuels menés|supervised staff;appraisals held
kpi-tracking|indicateurs mensuels;suivi de performance|monthly figures;performance tracked
translation|textes traduits;documents en deux langues|texts translated;bilingual documents
final-pay|départs traités;attestations remises;reçus de fin de contrat|leavers processed;end-of-contract papers
sick-leave-management|indemnités journalières;arrêts de travail suivis;maintien de salaire|sickness benefits;absences processed
leave-management|congés validés;soldes d'absences|holidays approved;absence balances
employment-contracts-drafting|contrats établis;promesses d'embauche|offers and contracts issued;hire letters
phone-screening|candidatures triées;premiers appels candidats|applications sorted;first calls applicants
interviewing|candidats présélectionnés rencontrés;grille d'évaluation;prise de références|shortlisted people met;scored candidates;took up references
job-adverts|fiches de poste rédigées;besoin recueilli offre;publication multicanale postes|drafted postings;job specs written;published vacancies
sourcing|profils rares approchés;viviers constitués;chasse de têtes|scarce profiles approached;built talent pools
temporary-staffing|intérimaires placés;missions pourvues|temps placed;assignments filled
induction-of-new-hires|nouveaux accueillis;livret d'accueil|newcomers welcomed;welcome pack
workforce-planning|effectifs prévus;compétences cartographiées|headcount planned;skills mapped
disciplinary-procedures|sanctions et ruptures|warnings and exits
wellbeing-at-work|conditions de travail améliorées|working conditions improved
sourdough|rafraîchis du chef;pousses au froid|fed starter;overnight proving
bread-making|pesée division;pâtons boulés;pâtes préparées façonnées main|scaled and divided;moulded by hand;mixed flour water
baking-oven|buée et coloration;croûtes surveillées;four chargé|loaded and steamed;crust colour watched;unloading loaves
haccp|plan de nettoyage cuisine;lots de denrées tracés|cleaning plan kitchen;batch records food
engine-repair|embrayages et joints;kits de distribution;gros travaux moteur|cambelts and clutches;heavy engine work
vehicle-servicing|vidanges filtres plaquettes|oil and filters;pads and tyres
hotel-checkin|voyageurs installés;cartes de chambre|travellers settled;room cards
`
