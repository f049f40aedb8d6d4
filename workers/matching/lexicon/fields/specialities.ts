/** Parts of trades of every field that an advert may ask for by themselves. */
export const specialitiesField = `
[occupations]
[skills]
composants web;Web Components;Lit;Stencil|web components;custom elements
jQuery;Bootstrap;CSS avancé;animations CSS|jQuery;Bootstrap;CSS animations;Sass mixins
Next.js rendu serveur;rendu côté serveur;hydratation|server-side rendering;static site generation;hydration
GraphQL Apollo;schémas GraphQL|Apollo GraphQL;GraphQL schemas
Redux Toolkit;Zustand;gestion d'état|state management;Redux Toolkit;MobX
Express middleware;NestJS modules;authentification JWT;OAuth2|JWT authentication;OAuth2;OpenID Connect
Symfony bundles;API Platform;Doctrine|API Platform;Doctrine ORM;Symfony components
Laravel Eloquent;Livewire|Eloquent;Livewire;Blade templates
Spring Cloud;Quarkus;Micronaut|Spring Cloud;Quarkus;Micronaut
Django REST;Celery;tâches asynchrones Python|Django REST framework;Celery workers
Blazor;WPF;Entity Framework|Blazor;WPF;Entity Framework
Elasticsearch index;moteur de recherche interne;OpenSearch|OpenSearch;search indexing;Lucene
Redis cache;mise en cache;Memcached|caching layer;Redis cache;Memcached
Neo4j;bases de graphes;Cypher|graph databases;Neo4j;Cypher queries
Helm charts;GitOps|GitOps;Flux deployments
Istio;maillage de services;Traefik;Nginx|service mesh;Istio;Nginx reverse proxy
Terraform modules AWS;CloudFormation modèles;landing zone|landing zones;infrastructure modules
SonarQube;dette technique;analyse statique de code|SonarQube;technical debt;static analysis
Appium;tests mobiles;tests de charge;JMeter;Gatling|load testing;JMeter;Gatling;mobile test automation
tests exploratoires;plan de test;stratégie de test|exploratory testing;test plans;test strategy
Postman;tests d'API;SoapUI|Postman;API testing;SoapUI
Looker Studio;Qlik Sense;Tableau Desktop;QlikView|Looker Studio;Qlik Sense;Tableau Desktop
SAS Visual;Alteryx;Dataiku;KNIME|Alteryx;Dataiku;KNIME
web scraping;extraction de données web;BeautifulSoup|web scraping;crawlers;BeautifulSoup
Hadoop Hive requêtes;Impala;Presto;Trino|Impala;Presto;Trino
modèles de langage affinés;fine-tuning;Hugging Face;LangChain|fine-tuning models;Hugging Face;LangChain
moteur de recommandation;systèmes de recommandation|recommender systems;personalisation engines
détection de fraude;scoring de fraude|fraud detection;fraud scoring
optimisation mathématique;recherche opérationnelle;programmation linéaire|operations research;linear programming;optimisation models
bureau d'études informatique;avant-projet logiciel;estimation de charges|effort estimates;software proposals
Active Directory stratégies;GPO déploiement;gestion des droits d'accès|group policies;access rights management
Exchange migration;messagerie Office 365;Google Workspace administration|mail migration;Exchange Online;mailbox administration
Proxmox cluster;oVirt;OpenStack;cloud privé|private cloud;OpenStack;hyperconverged
Palo Alto;Check Point;Stormshield;Fortigate|Palo Alto;Check Point;Fortigate
Nessus;Qualys;scan de vulnérabilités|Nessus;Qualys
plan de continuité;PCA PRA;tests de reprise|business continuity;disaster recovery tests
gestion des licences logicielles;SAM licences|software asset management;licence compliance
achats informatiques;suivi des prestataires informatiques;SLA|IT vendor management;service level agreements
pose de parquet massif;ponçage et vitrification|solid wood floors;sanding and sealing floors
escaliers bois fabrication;balustres bois|stair building;wooden staircases
placards sur mesure;dressings;agencement de magasins|fitted wardrobes;bespoke furniture fitting;shop fitting
fenêtres bois restauration;menuiserie patrimoine|sash window restoration;heritage joinery
charpente traditionnelle;colombage|traditional carpentry;timber joints;oak frames
maisons ossature bois;murs ossature préfabriqués|timber-frame houses;prefabricated wall panels
enduit terre;chanvre;paille construction;écoconstruction|natural building;hemp;straw bale
pose de gouttières;descentes d'eau|gutter fitting;downpipes
cheminées maçonnées;conduits maçonnés|masonry chimneys;fireplaces
piscines maçonnées;liner;filtration piscine|pool building;liners;pool filtration
dallage extérieur;terrasses carrelées;plots|outdoor paving slabs;terrace tiling
mosaïque décorative;calepinage|mosaic work;tile layouts
rénovation énergétique globale;accompagnement travaux énergie|whole-house retrofit;retrofit coordination
bornes de recharge installation;IRVE pose|charge point installation;EV charger fitting
production photovoltaïque suivi;onduleurs solaires;stockage batterie|solar inverters;battery storage
éclairage de sécurité;BAES;blocs autonomes|emergency lighting;exit signs
paratonnerre;mise à la terre;mesures de terre|lightning protection;earth measurements
tableaux de chantier;branchements provisoires|site power;temporary supplies
automatisme de portail;interphonie vidéo;visiophone|gate automation;video entry
chauffage au sol hydraulique;collecteurs plancher|underfloor pipework;manifolds
chaudières fioul;cascade chaudières|condensing boiler installation;oil boilers
plomberie d'urgence;dépannage sanitaire;astreinte plomberie|emergency plumbing;plumbing call-outs
réseaux d'eau froide et chaude;nourrices;évacuations PVC|hot and cold pipework;waste pipes;manifolds plumbing
soudure acétylène;brasage fort|oxyacetylene;silver brazing
froid industriel;ammoniac;CO2 transcritique|industrial refrigeration;ammonia systems;transcritical
salles blanches CVC;centrales de traitement d'air réglage|air handling commissioning;clean room HVAC
ascenseurs modernisation;portes palières;dépannage ascenseur|lift modernisation;landing doors;lift breakdowns
relevé de bâtiments;scan 3D;nuage de points;drone relevé|building surveys;laser scanning;point cloud
DCE;APS APD|execution drawings;tender drawings;detailed design
suivi de chantier architecte;DET;visa|site inspection architect;drawing approvals
VRD études;assainissement calculs;bassins de rétention|drainage design;retention basins
signalisation routière;marquage au sol;balisage chantier|road signs;road markings;traffic management works
essais béton;essais de plaque;laboratoire chantier|concrete testing;plate load tests;site lab
hygiène sécurité chantier;port des EPI;accueil intérimaires|PPE on site;site safety inductions
conduite de malaxeur;centrale à béton|batching plant;mixer operation
tour parallèle;perceuse à colonne;scie à ruban|centre lathe;pillar drill;band saw
ajustage mécanique;montage de sous-ensembles;serrage au couple|bench fitting;sub-assembly;torque tightening
montage de machines spéciales;installation chez client;mise en route machines|special machines assembly;installation at customer's;machine commissioning
câblage d'automatismes;borniers;armoires de commande|control wiring;terminal blocks
garnitures mécaniques|pump repair;mechanical seals
compresseurs d'air;air comprimé;chaudières vapeur|compressed air;steam boilers
convoyeurs;bandes transporteuses|conveyors;belt systems
chariots filoguidés;AGV;transtockeurs|automated guided vehicles;stacker cranes
vision industrielle;caméras de contrôle|machine vision;inspection cameras
emballage sous atmosphère;operculeuse;thermoformeuse alimentaire|modified atmosphere packing;tray sealing
abattage;plumage;éviscération|slaughter line;evisceration
fromage fabrication;caillage;moulage fromage|cheese making;curd
meunerie;mouture;ensachage|milling grain;bagging
distillation;chais spiritueux;assemblage spiritueux|distilling;spirits blending
analyse sensorielle;dégustation;panel gustatif|sensory analysis;tasting panels
développement de recettes;R&D agroalimentaire;formulation alimentaire|recipe development;food product development
plan de nettoyage industriel;validation nettoyage|cleaning validation;sanitation plans
gestion des allergènes;étiquetage nutritionnel;INCO|allergen management;nutrition labelling
certification IFS;BRC;FSSC 22000|IFS;BRC;FSSC 22000
verrerie soufflage;verre trempé;miroiterie|glass blowing;toughened glass;mirrors
découpe carton;plieuse colleuse|carton converting;folder gluer;die cutting
broderie machine;sérigraphie textile;flocage|machine embroidery;textile printing;flocking
prototypage vêtement;montage de prototypes;toile|garment prototypes;toiles
contrôle qualité textile;visitage|textile inspection;fabric grading
peinture aéronautique;sablage aéronefs|aircraft painting
systèmes hydrauliques avion;trains d'atterrissage|landing gear;aircraft hydraulics
turbines aéronautiques;démontage moteur avion;boroscopie|gas turbines;borescope inspection
essais en vol;certification aéronautique;DO-178|flight tests;aeronautical certification;DO-178
satellites;spatial;intégration satellite|space systems;satellite integration
sûreté nucléaire;arrêt de tranche|nuclear safety;outage work
gestion des sources scellées;zonage radiologique|radiological zoning;sealed sources
tri sélectif industriel;déchetterie accueil;quais de déchetterie|recycling centre reception;skips sorting
méthodes d'échantillonnage air;mesures de bruit;hygiène industrielle|noise measurement;air sampling;industrial hygiene
bilan hydrique;gestion des inondations;hydrologie|flood management;hydrology
pollution des sols;dépollution;sites pollués|contaminated land;remediation
biodiversité;plan de gestion d'espaces naturels|biodiversity plans;nature reserve management
garde à domicile périscolaire;sortie d'école enfants|school run;after-school childcare
accueil de jeunes enfants à domicile;projet d'accueil|childminding at home
jeux de société animation;ludothèque|board games sessions;toy library
musique éveil;chorale enfants|music awakening;children's choir
direction de séjour;encadrement d'animateurs;projet pédagogique d'accueil|camp management;leading youth workers
enseignement maternelle;langage oral maternelle|nursery school teaching;early oral language
enseignement des mathématiques;algèbre;géométrie;analyse mathématique|maths teaching;algebra lessons;geometry lessons
enseignement des sciences;physique-chimie;SVT|science teaching;physics and chemistry lessons
enseignement histoire;géographie cours;éducation civique|history lessons;geography lessons
enseignement technologique;ateliers professionnels élèves|vocational workshop teaching
vie scolaire;surveillance internat;gestion des absences élèves|boarding supervision;pupil attendance
orientation des élèves;Parcoursup|pupil guidance;university applications
soutien psychologique élèves;harcèlement scolaire|pastoral care;anti-bullying
accompagnement ULIS;PPS;GEVASCO|education plans;EHCP
tutorat;parrainage de jeunes;mentorat|tutoring youths;mentoring
secourisme animal;urgences vétérinaires|animal first aid;veterinary emergencies
ventilation non invasive;aspiration endotrachéale|non-invasive ventilation;endotracheal suction
pose de sondes;sondage vésical;lavage de vessie|urinary catheters;bladder washout
soins de stomie;colostomie|colostomy care;stoma bags
soins de trachéotomie;canule trachéale|tracheostomy tubes
prévention des chutes;contention physique patients|falls prevention;restraint reduction
toilette mortuaire;soins post mortem|last offices
hospitalisation à domicile;SSIAD tournées|hospital at home;home nursing rounds
coordination de parcours;réseau de soins;sortie d'hospitalisation|discharge planning;care pathways;care coordination
éducation à la santé;prévention santé;dépistages|health promotion;screening campaigns
santé au travail visites;études de poste;ergonomie|workstation studies;ergonomics;workplace health checks
recueil de données cliniques;observations cliniques|clinical data collection
rééducation neurologique;AVC rééducation|stroke rehabilitation;neurological rehab
rééducation périnéale;kinésithérapie du sport|pelvic floor;sports physiotherapy
podologie;semelles orthopédiques;pédicurie|foot orthotics;chiropody;insoles
optométrie;topographie cornéenne|optometry;corneal topography
vente optique secondes paires;mutuelles optique|second pairs;optical insurance claims
sertissage prothèses;stellite;wax-up|crown and bridge;dental wax-up
stérilisation hospitalière centrale;recomposition de plateaux|central sterile services;tray assembly
brancardage interne;transport de patients hôpital|portering;moving patients wards
standard médical;prise d'appels patients|patient calls;medical switchboard
facturation hospitalière;T2A;caution patients|hospital billing;patient accounts
protection juridique des majeurs;tutelle;curatelle|guardianship;deputyship
aide alimentaire;maraude;épicerie sociale|food bank;outreach rounds
médiation numérique;inclusion numérique;aide internet usagers|digital inclusion;helping people online
insertion par l'activité économique;chantiers d'insertion encadrement|work integration projects
accompagnement VAE;jurys VAE|recognition of prior learning
animation d'ateliers collectifs;dynamique de groupe|group workshops;group facilitation
cocktails sans alcool;mocktails;infusions maison|mocktails;non-alcoholic cocktails
service de banquet à l'assiette;service au plateau;dressage de buffets|buffet set-up
gestion de cave;inventaire de cave;achats de vins|cellar management;wine purchasing
management de brigade;encadrement de cuisine;formation de commis|brigade management;training commis;leading a kitchen team
cuisson à basse température;sous vide|sous vide;low-temperature cooking
pâtes à pizza;étalage pizza;four à bois|pizza dough;wood-fired oven
restauration rapide;borne de commande;drive restaurant|fast food line;order kiosk;drive-thru
livraison de repas;portage de repas|meal delivery;meals on wheels
petite restauration collectivité;plonge batterie;remise en température|regeneration of meals;canteen service
gouvernance hôtelière;gestion du linge hôtelier;commandes lingerie|executive housekeeping;hotel linen
voiturier;bagagerie;accueil VIP|valet parking;luggage service;VIP welcome
commercialisation de séminaires;vente d'événements hôteliers|conference sales;events sales
boutique en ligne logistique;préparation e-commerce;emballage cadeau|online order packing;gift wrapping
conseil en décoration;vente de meubles;arts de la table|home decor advice;furniture sales
conseil bricolage;vente matériaux;coupe de bois|DIY advice;building materials sales
conseil en jardinerie;vente de végétaux|garden centre advice;plant sales
vente de fruits et légumes;tri des fruits;étal primeur|greengrocery;fruit display
vente de produits frais;rayon coupe;fromage à la coupe|fresh counter sales;deli slicing
vente de vêtements pour enfants;layette;puériculture vente|childrenswear sales
vente de chaussures;chaussant;maroquinerie vente|shoe fitting;leather goods sales
diagnostic de peau;animation beauté|cosmetics advice;skin diagnosis;beauty animation
vente d'électroménager;vente multimédia;extensions de garantie|appliance sales;electronics sales;extended warranties
carte de fidélité;programmes fidélité;encartage|loyalty cards;loyalty programme
lutte contre le gaspillage;dons alimentaires|food waste reduction
caisses automatiques;supervision de caisses|self-checkout;checkout supervision
négociation immobilière commerciale;baux commerciaux|commercial leases;retail lettings
location saisonnière;conciergerie Airbnb;gestion de gîtes|holiday lets;Airbnb management
expertise automobile;relation assureurs carrosserie|vehicle damage appraisal
vente de pièces détachées;magasin pièces auto;catalogue pièces|parts counter;parts catalogue
planification atelier auto;ordres de réparation;restitution véhicule|workshop planning;repair orders;vehicle handover
lavage et rénovation auto;detailing|valeting;detailing;paint correction
deux-roues réparation;scooters;vélos électriques|motorbike repair;scooters;e-bikes
conduite de poids lourd porteur;livraisons en porteur|rigid lorry driving;multi-drop rigid
messagerie express;tournées matinales;hub colis|express parcels;early rounds
transport de voyageurs tourisme;voyages organisés car|coach tours;school excursions driving
régulation de lignes;PC bus;contrôle de titres|line control;ticket inspection
opérations portuaires;amarrage navires;pointage conteneurs|port operations;container tallying
exploitation aéroportuaire;traitement en escale;coordination vol|ground handling;flight turnaround
douane transit;T1;DAU;origine des marchandises|transit documents;customs codes;rules of origin
gestion de litiges transport;réserves transport|transport claims;carrier disputes
affrètement maritime;agent maritime;consignation navires|chartering;ship agency
amélioration logistique;implantation d'entrepôt;plan d'entrepôt|warehouse layout;logistics improvement
gestion des emballages consignés;palettes Europe;consignes|returnable packaging;pallet pool
prospection B2B;rendez-vous qualifiés;social selling|qualified appointments;social selling
vente de solutions;vente complexe;cycle long|solution selling;complex sales;long cycles
avant-vente;démonstrations produits;réponse technique|pre-sales;product demonstrations;technical answers
grands magasins;corners;stands de marque|department store concessions;brand corners
référencement produit;fiches produits;PIM|product listings;product data sheets;PIM
marketplaces;Amazon Seller;Cdiscount|marketplaces;Amazon Seller Central
affiliation;programmatique;display|affiliate marketing;programmatic;display ads
CRM marketing;segmentation base clients;scoring leads|customer database segmentation;lead scoring
podcasts;webinaires;live shopping|podcasts;webinars;live shopping
rédaction technique UX;microcopie;UX writing|UX writing;microcopy
gestion de crise communication;e-réputation|crisis communication;online reputation management
relations institutionnelles;affaires publiques;lobbying|public affairs;lobbying
typographie;composition mise en page;exécution graphique|typography;artworking;layout execution
motion logos;habillage vidéo;génériques|title design;broadcast graphics
réalité virtuelle;réalité augmentée;expériences immersives|virtual reality;augmented reality;immersive
régie son théâtre;QLab;diffusion sonore|theatre sound;QLab
régie générale;accueil technique de compagnies;fiches techniques spectacle|technical riders;venue technical management
sécurité du spectacle;ERP accueil public|venue safety;audience capacity
maquillage de scène;perruques;coiffures d'époque|wigs;period hair
écriture journalistique web;fact-checking;datajournalisme|fact-checking;data journalism;online news
animation de chaîne YouTube;Twitch|YouTube channel;Twitch
droit d'auteur;contrats d'édition;SACEM|copyright;publishing contracts;royalties
archives numérisation;records management;versement|digitising archives;records retention
gestion de bibliothèque;SIGB;acquisitions d'ouvrages|library systems;book acquisitions
gestion de collection muséale;inventaire muséal|museum documentation;object handling
audit social;contrôle URSSAF;régularisation paie|payroll audit;payroll corrections
paramétrage paie;reprise de paie;migration logiciel paie|payroll setup;payroll migration
gestion des retraites;départs en retraite;relevés de carrière|pension administration;retirement processing
frais de déplacement internationaux;impatriés;paie expatriés|expat payroll;shadow payroll
comptabilité immobilière;comptabilité mandants;charges locatives|property accounting;client money;service charge accounts
comptabilité hôtelière;contrôle des recettes|hotel accounting;revenue audit
comptabilité associative;fonds dédiés;subventions comptabilité|charity accounting;restricted funds
comptabilité de chantier;contrats long terme;avancement comptable|construction accounting;contract accounting
TVA intracommunautaire;DEB;échanges de biens|intrastat;intra-EU VAT;reverse charge
prix de transfert;fiscalité internationale;intégration fiscale|transfer pricing;international tax;tax consolidation
contrôle fiscal;réponse à l'administration fiscale|tax inspection;tax audits
reporting ESG;taxonomie européenne|ESG reporting;EU taxonomy
ouverture de dossiers assurance;devis assurance;téléassurance|insurance quotes;policy set-up
lutte contre la fraude assurance;enquêtes sinistres|claims fraud;claims investigation
droit pénal;instruction pénale;défense pénale|criminal law;criminal defence
droit de la famille;divorces;pensions alimentaires|family law;divorce cases
droit immobilier;bail commercial droit;construction contentieux|property law;construction disputes
droit des étrangers;titres de séjour;asile procédures|immigration law;visa applications;asylum procedures
droit de la consommation;médiation consommateurs|consumer law
procédures collectives;redressement judiciaire;mandataire|insolvency;restructuring law
greffe;tenue d'audience;notification de jugements|court registry;hearing records
police administrative;verbalisation|parking enforcement;issuing fines
élections;recensement;cérémonies municipales|elections;census;civic ceremonies
restauration scolaire gestion;régie cantine;inscriptions périscolaires|school meals administration;after-school registration
gestion de flotte véhicules;cartes carburant;sinistres auto parc|fleet management;fuel cards
achats responsables;achats RSE|sustainable procurement
gestion des accès bâtiment;badges collaborateurs;accueil sûreté|building access;staff badges
standard multilingue;accueil bilingue;accueil international|multilingual switchboard;bilingual reception
agenda de médecins;secrétariat de cabinet|doctors' diaries;practice secretary
assistanat de direction;secrétariat de direction;préparation des conseils|executive assistance;board papers;PA to director
gestion de crise;cellule de crise;plan blanc|crisis management;crisis unit
gestion du stress;polyvalence d'équipe;travail sous pression|working under pressure
travail de nuit pratique;rotation d'équipes|night shifts;shift rotation
respect des procédures;consignes de sécurité appliquées|following procedures;safety instructions
prise en charge de la douleur chronique;algologie|chronic pain care;pain clinic
surveillance de nouveau-nés;couveuses;berceaux|newborn monitoring;incubators
consultation infirmière;accueil et orientation infirmier|nurse consultation;nurse triage desk
visites à domicile de santé;tournée de soins|health home visits;care rounds
pose de bas de contention;bandes de contention|compression stockings;bandaging legs
glycémie capillaire;lecteur de glycémie|finger-prick glucose;glucose meter
prise en charge AVC;unité neurovasculaire|stroke unit care
soins dentaires pédiatriques;motivation à l'hygiène bucco-dentaire|children's dental care;oral hygiene advice
extraction dentaire assistance;chirurgie orale assistance|oral surgery assistance
lithotritie;urologie soins|urology nursing
gynécologie soins;échographies obstétricales|gynaecology clinic;obstetric scans
endoscopie;désinfection d'endoscopes|endoscopy;endoscope reprocessing
ophtalmologie assistance;champ visuel|ophthalmic assistance;visual fields
allergologie;tests cutanés|allergy clinic;skin prick tests
aide aux aidants;groupes de parole|carers' support groups
atelier cuisine thérapeutique;médiation animale|therapeutic cooking;animal-assisted therapy
surveillance de dortoir;encadrement d'internat|dormitory supervision
ateliers d'écriture;conte;kamishibaï|writing workshops;storytelling
garde périscolaire du soir;goûter enfants|evening childcare;children's tea
cours de natation bébé;jardin aquatique|baby swimming
aide au permis;conduite accompagnée;leçons de conduite|driving lessons;learner drivers
code de la route enseignement;simulateur de conduite|highway code teaching;driving simulator
formation incendie;manipulation d'extincteurs formation|fire training;extinguisher training
formation gestes et postures;animation PRAP|manual handling training
enseignement artistique;histoire de l'art cours|art teaching;art history lessons
enseignement de la musique;éveil instrumental|music teaching;instrument lessons
direction d'établissement scolaire;conseil d'administration scolaire|school leadership;school governance
gestion de labo de langues;certification Cambridge préparation|Cambridge exam preparation
traduction technique;localisation logicielle|technical translation;software localisation
interprétation simultanée;cabine interprète|simultaneous interpreting;booth
correction d'épreuves;orthotypographie|proof correction;typographic editing
recherche documentaire;veille documentaire;revue de presse|desk research;press review
gestion de fonds d'archives;classement chronologique de fonds|archival fonds processing
édition numérique;epub;InDesign livres|digital publishing;ebooks
relations auteurs;comité de lecture|author relations;manuscript selection
gestion des droits voisins;déclarations SACEM|music rights;rights clearance
programmation musicale;playlist radio|music scheduling;playlists
réalisation radio;prise d'antenne;montage radio|radio production;radio editing
direction de la photographie;découpage technique|cinematography;shot lists
assistant caméra numérique;backup de rushes;DIT plateau|data wrangling;on-set backups
électricité plateau;groupe électrogène tournage;gélatines|set electrics;gels and diffusion
décors virtuels;fond vert;incrustation chroma|green screen;virtual sets
accessoires de plateau;ensemblier|set dressing;prop buying
costumes d'époque;teinture de costumes|period costumes;costume dyeing
coiffure de plateau;raccords coiffure|on-set hair;hair continuity
continuité;rapports de montage|script continuity;editor's log
régie de salle de concert;accueil groupe|concert hall management;band hospitality
gestion de compagnie;planning de répétitions|company management;rehearsal schedules
billetterie logicielle;Secutix;Sirius billetterie|ticketing software;box office system
organisation de festivals;bénévoles festival|festival organisation;festival volunteers
feux d'artifice;effets pyrotechniques|fireworks;pyrotechnic effects
marionnettes;fabrication de masques|puppetry;mask making
cirque;acrobatie;jonglage|circus skills;acrobatics;juggling
photogrammétrie;orthophotos|photogrammetry;orthophotos
topographie minière;carrières;tirs de mines|quarry surveying;blasting
géologie;cartographie géologique|geology;geological mapping
hydrogéologie;piézomètres|hydrogeology;piezometers
climatologie;météorologie;prévision météo|climatology;weather forecasting
astronomie;optique instrumentale|astronomy;optical instruments
nanotechnologies;microscopie électronique|nanotechnology;electron microscopy
génomique;séquençage;bio-informatique|genomics;sequencing;bioinformatics
expérimentation animale;animalerie de recherche|animal experimentation;research animal facility
culture in vitro végétale;phytopathologie|plant tissue culture;plant pathology
amélioration des plantes;sélection variétale|plant breeding;variety trials
santé animale élevage;prophylaxie troupeau|livestock health;herd prophylaxis
insémination artificielle;reproduction animale|artificial insemination;animal breeding
tonte de moutons;parage d'onglons|sheep shearing;hoof trimming
transformation fermière;vente à la ferme|farm processing;farm shop
cultures biologiques;rotation des cultures|organic crops;organic certification;crop rotation
agriculture de conservation;couverts végétaux|conservation agriculture;cover crops
gestion de l'irrigation;pivots;forages agricoles|irrigation pivots;farm boreholes
oléiculture;taille d'oliviers;moulin à huile|olive growing;olive mill
agrumes;station de conditionnement fruits|citrus packing;fruit packhouse
argan;plantes aromatiques;distillation de plantes|aromatic plants;plant distilling
pêche en mer;chalut;filets de pêche|sea fishing;trawling;fishing nets
conduite de bateau;navigation côtière|boat handling;coastal navigation
plongée professionnelle;travaux sous-marins|commercial diving;underwater works
scaphandrier;soudage sous-marin|underwater welding
surveillance de plage;sauvetage côtier|beach lifeguarding;coastal rescue
sauvetage en montagne;secours sur corde|mountain rescue;rope rescue
gestion de refuge;accueil randonneurs|hut keeping;hikers' welcome
damage de pistes;enneigement artificiel|piste grooming;snowmaking
animation équestre;dressage de chevaux|horse training;pony rides
organisation de randonnées;trek;bivouac|hiking trips;trekking
vente de forfaits touristiques marocains;circuits sud|Morocco tours;desert tours
gestion de riad;maison d'hôtes|guest house management;riad management
cuisine marocaine;tajine;pâtisserie orientale|Moroccan cuisine;tagine;oriental pastries
cuisine libanaise;mezze;grillades orientales|Lebanese cuisine;mezze
cuisine indienne;tandoor;curry|Indian cuisine;tandoor
cuisine créole;cuisine antillaise|Creole cuisine;Caribbean cooking
crêpes;galettes;billig|crepes;galettes
huîtres;conchyliculture vente|oyster bar
smoothies;jus frais;bar à jus|smoothies;fresh juices
thés;dégustation de thés;maison de thé|tea tasting;tea house
cigares;cave à cigares|cigars;humidor
analyse de vins;notes de dégustation;concours vins|wine tasting notes;wine judging
œnotourisme;visites de cave|wine tourism;cellar tours
vente de vins;caviste conseil|wine retail;wine shop advice
gestion d'épicerie;primeur gestion|grocery running
boulangerie industrielle;surgelés boulangerie|industrial bakery;frozen dough
décor de gâteaux;pâte à sucre;cake design|sugarcraft;fondant cakes
glaçage miroir;insert;verrines|mirror glaze;verrines
pièces en sucre;sucre tiré|pulled sugar;sugar sculpture
chocolat bean to bar;enrobage|bean to bar;enrobing
découpe de volailles;bridage|poultry cutting;trussing
maturation de viande;cave de maturation|dry ageing meat
boyauderie;fabrication de saucisses|sausage making
halal abattage;certification halal|halal slaughter
contrôle vétérinaire abattoir;inspection sanitaire|meat inspection;sanitary inspection
tri optique;calibrage de fruits|optical sorting;fruit grading
conserverie;appertisation|canning;preserving
laiterie;yaourts;pasteurisation du lait|dairy;yoghurts;milk processing
eaux minérales;embouteillage d'eau|mineral water bottling
aliment du bétail|pelleting
sucrerie;raffinage|sugar refining
papier recyclé;désencrage|recycled paper;de-inking
scierie;affûtage de scies;séchage du bois|sawmill;wood drying;saw doctoring
panneaux bois;placage stratifié;chants|wood panels;edge banding
tonnellerie;merrain|cooperage;barrel making
vannerie;rotin|basket weaving;rattan
encadrement d'art;passe-partout|picture framing
reliure d'art;dorure à chaud|fine bookbinding;hot foil
calligraphie;enluminure|calligraphy;illumination
vitrail;plomb et verre|stained glass;leaded lights
ferronnerie d'art;forge d'art|artistic ironwork
coutellerie;affûtage couteaux|cutlery making;knife sharpening
horlogerie de précision;rhabillage montres|precision watchmaking;watch servicing
gemmologie;expertise de pierres|gemmology;stone appraisal
polissage de métaux précieux;rhodiage|precious metal polishing;rhodium plating
maroquinerie de luxe;teinture de tranche|luxury leather goods;edge dyeing
chapellerie;modiste|millinery;hat making
broderie d'art;perlage|art embroidery;beading
dentelle;passementerie|lace;trimmings
haute couture;moulage sur mannequin|haute couture;draping
lingerie;corseterie|lingerie making;corsetry
jean;délavage;lavage industriel textile|denim washing;garment washing
tapis;moquette fabrication;tuftage|carpet making;tufting
literie;matelas|mattress making;bedding
non-tissé;textile technique|nonwovens;technical textiles
plasturgie rotomoulage;soufflage plastique|rotational moulding;blow moulding
caoutchouc;vulcanisation|rubber;vulcanising
peintures et vernis fabrication;dispersion pigments|paint manufacturing;pigment dispersion
parfumerie;olfaction;composition de parfums|perfumery;olfaction
savonnerie;cosmétique artisanale|soap making
détergents;formulation ménagère|detergents
explosifs;pyrotechnie industrielle|explosives
raffinerie;pétrochimie;unité de distillation|refinery;petrochemicals
gaz industriels;bouteilles de gaz|industrial gases;cylinder filling
cimenterie;four rotatif|cement works;rotary kiln
sidérurgie;laminage;coulée continue|steelmaking;rolling mill
aluminium extrusion;filage|aluminium extrusion
fonderie d'aluminium;coquille|gravity casting
frittage;métallurgie des poudres|sintering;powder metallurgy
ressorts;formage de fil|spring making;wire forming
visserie;frappe à froid|cold heading;fasteners making
outillage de presse;moules et matrices|press tools;dies
gabarits;montages d'usinage|jigs and fixtures
équilibrage de rotors;bobinage moteurs|rotor balancing;motor rewinding
transformateurs montage;bobinage transformateurs|transformer winding
batteries lithium;assemblage de packs batterie|lithium batteries;pack assembly
piles à combustible;hydrogène|fuel cells;hydrogen
géothermie forage;sondes géothermiques|geothermal drilling
hydroélectricité;turbines hydrauliques|hydropower;water turbines
réseaux intelligents;smart grid|smart grids
comptage énergétique;sous-comptage|energy metering;sub-metering
éclairage scénographique;mise en lumière architecturale|architectural lighting
acoustique;isolation phonique;mesures acoustiques|acoustics;sound insulation
ergonomie de poste;cotation de postes|ergonomic assessment
facteurs humains;sûreté de fonctionnement|human factors;dependability
sécurité fonctionnelle;ISO 26262;SIL|functional safety;ISO 26262
véhicule autonome;ADAS|autonomous driving;ADAS
crash tests;sécurité passive|crash testing
mise au point moteur;calibration moteur|engine calibration
banc moteur;bancs à rouleaux|engine test bed;chassis dynamometer
télématique embarquée;diagnostic embarqué|vehicle telematics
trains d'engrenages;calcul d'engrenages|gear design
mécatronique;systèmes mécatroniques|mechatronics
exosquelettes;robotique médicale|medical robotics
impression de cartes;sérigraphie de pâte à braser|solder paste printing
tests ICT;test in situ électronique|in-circuit testing
compatibilité électromagnétique;CEM essais|electromagnetic compatibility;EMC tests
radiofréquence conception;antennes conception;hyperfréquences|RF design;antenna design;microwave
traitement du signal;filtrage numérique|signal processing;digital filters
FPGA;VHDL;Verilog|FPGA;VHDL;Verilog
conception de circuits intégrés;microélectronique|chip design;microelectronics
photonique;lasers|photonics;lasers
réseaux mobiles optimisation;planification radio|radio planning;mobile network optimisation
centres de supervision réseau;NOC|network operations centre;NOC
facturation télécom;médiation télécom|telecom billing
systèmes de paiement;monétique;TPE|payment systems;card payments;POS terminals
open banking;API bancaires|open banking;banking APIs
trading algorithmique;quant|algorithmic trading;quant models
comptabilité bancaire;reporting réglementaire COREP|bank accounting;regulatory reporting
Bâle III;Solvabilité II|Basel III;Solvency II
affacturage;assurance-crédit|factoring;credit insurance
crédit-bail;leasing|leasing;asset finance
microfinance;inclusion financière|microfinance
capital-risque;private equity|venture capital;private equity
gestion de fortune;family office|family office
notation extra-financière;ISR|ESG ratings;responsible investment
droit bancaire;droit boursier|banking law;securities law
droit de la santé;droit médical|health law
droit de l'environnement;ICPE droit|environmental law
droit maritime;droit des transports|maritime law;transport law
droit du sport;droit du spectacle|sports law;entertainment law
arbitrage international;médiation commerciale|international arbitration;commercial mediation
legal tech;gestion électronique de contrats|legal tech;contract lifecycle management
recouvrement judiciaire;injonctions de payer|legal recovery;payment orders
état des risques immobiliers;diagnostics vente|property information packs
home staging;valorisation de biens|home staging
gestion de centres commerciaux;animation de centre|shopping centre management
coworking;gestion d'espaces partagés|coworking management
gestion d'internat;foyer de jeunes travailleurs|hostel management
gestion de cimetière;concessions funéraires|cemetery administration
politique de la ville;développement local|urban policy;local development
participation citoyenne;concertation publique|public consultation
coopération internationale;plaidoyer|international cooperation;advocacy
gestion de crise humanitaire;camps de réfugiés|refugee camps;emergency relief
suivi-évaluation de projets;cadre logique|monitoring and evaluation;logframe
recherche de partenariats;mécénat d'entreprise|corporate partnerships
intelligence économique;veille stratégique|competitive intelligence;strategic watch
enquêtes de terrain;sondages;saisie CATI|field surveys;polling;CATI
mystery shopping;visites mystère|mystery shopping
expérience client;parcours client;NPS|customer experience;NPS;customer journey
community building;programmes ambassadeurs|ambassador programmes
growth hacking;acquisition virale|growth hacking
ASO;app store optimisation|app store optimisation
neuromarketing;tests consommateurs|consumer testing
trade marketing;animations en magasin|trade marketing;in-store promotions
co-branding;licences de marque|co-branding;brand licensing
sponsoring sportif;hospitalités|sports sponsorship;hospitality programmes
gestion de flagship;ouverture de boutiques|flagship management
gestion de pressing;détachage|dry-cleaning management;stain removal
surveillance de parking;gestion de stationnement|car park attendance;parking management
relevés de loyers commerciaux;gestion de baux de bureaux|office lease administration
gestion des astreintes bâtiment;permanence technique|building duty rota;technical standby
conseil en téléassistance;installation de téléassistance|telecare advice;telecare installation
livraison de fleurs;abonnements floraux|flower delivery;floral subscriptions
[licences]
habilitation SST formateur;formateur SST;formateur PRAP|first aid trainer certificate
permis B96;permis BE remorque|trailer licence BE
permis D1;permis transport en commun|minibus licence D1
permis moto;permis A2|motorcycle licence
CACES nacelle R486 A B;PEMP 1A 3A|IPAF 3a 3b
habilitation travaux en hauteur;port du harnais certificat|harness certificate;height safety
habilitation soudage plastique;soudeur PEHD agréé|plastics welding certificate
habilitation conduite d'autoclave;autoclaves sous pression|pressure vessel operator
autorisation de conduite pont roulant;élingueur certificat|slinger signaller ticket
carte BTP professionnelle;carte d'identification BTP|construction worker card
agrément dirigeant sécurité privée|security manager approval
licence taxi parisien;carte capacitaire|hackney carriage licence
certificat de sécurité ferroviaire;habilitation ferroviaire;TES ferroviaire|railway safety certificate;PTS card
certificat médical marin;CFBS|GMDSS;basic safety training maritime
licence de station de ski;pisteur secouriste brevet|ski patrol certificate
formation éco-conduite|eco-driving certificate
[degrees]
CAP maçonnerie plâtrerie;BP couvreur|advanced craft certificate construction
CAP charpentier bois;BP charpentier;BTS systèmes constructifs bois|carpentry diploma;timber construction diploma
CAP menuisier fabricant;BMA ébéniste|cabinetmaking diploma
CAP ferronnier;CAP taille de pierre;CAP vitrailliste|heritage craft certificate
titre professionnel conducteur de travaux;licence pro conduite de travaux|construction management degree;HND construction management
titre cuisinier;titre serveur en restauration;titre réceptionniste|hospitality vocational title
titre employé commercial en magasin;titre manager d'unité marchande;MUM|store manager vocational title
titre comptable assistant;titre gestionnaire comptable et fiscal|accounting assistant certificate;AAT level 3
titre négociateur technico-commercial;bachelor responsable commercial|commercial vocational title
titre technicien supérieur en maintenance;TSMI;titre électromécanicien|maintenance vocational title
titre agent de fabrication industrielle;titre technicien de production|manufacturing vocational certificate;NVQ manufacturing
titre conducteur livreur;titre conducteur de transport en commun|delivery driver certificate;bus driver certificate
CAPa jardinier;CAPa productions horticoles|land-based certificate
DU gérontologie;DU plaies et cicatrisation|university certificate in care;wound care diploma
licence sciences de l'éducation;master sciences de l'éducation|education studies degree
licence psychologie;master neuropsychologie|psychology degree;BSc psychology
licence sociologie;licence histoire;licence lettres;licence philosophie|humanities degree;BA history;BA sociology
licence mathématiques;master mathématiques;MIAGE|mathematics degree;BSc mathematics
licence biologie;master biologie;master biotechnologies|biology degree;biotechnology master's
licence physique;master physique;master matériaux|physics degree;materials science degree
licence économie;master économie;master économétrie|economics degree;econometrics master's
master tourisme;master hôtellerie|hospitality master's;tourism master's
master logistique;ingénieur logistique|logistics master's
master énergie;ingénieur énergétique;master énergies renouvelables|energy engineering degree;renewable energy master's
ingénieur aéronautique;ISAE;ENAC|aerospace engineering degree
ingénieur chimie;ENSCM;CPE Lyon|chemical engineering degree
ingénieur électronique;ENSEEIHT|electronic engineering degree
ingénieur telecom;Télécom Paris;INPT|telecommunications engineering degree
`
