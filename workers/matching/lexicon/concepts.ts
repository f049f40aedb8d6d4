/**
 * Skills, licences and degrees of the trades, one a line: id | kind | names in both languages, the French one first.
 * A name matches when all its words stand near each other in a line, in any order, in any inflection, each itself or
 * by a word of the same meaning.
 */
export const conceptLines = `
forklift-licence|licence|CACES R489;CACES chariot;R489;R389;licence cariste;permis cariste;recommandation INRS chariot;autorisation conduite chariot;autorisation conduite frontal rétractable;frontal mât rétractable;RTITB;CACES cariste|forklift licence;forklift truck license;lift truck certificate;lift truck authorisation;counterbalance reach truck certificate;lift truck permit
mewp-licence|licence|CACES R486;CACES nacelle;R486;R386;PEMP;IPAF;nacelle habilitation|aerial platform licence;MEWP ticket
plant-licence|licence|CACES R482;R482;R372;CACES engins chantier;CACES pelle;CPCS|excavator ticket;plant operator card
crane-licence|licence|CACES R487;CACES R490;CACES grue;grue auxiliaire|crane licence;crane ticket
pallet-truck-licence|licence|CACES R485;R485;gerbeur accompagnant|pallet truck licence
driver-qualification|licence|FIMO;FCO;qualification initiale conducteur;carte conducteur;carte chronotachygraphe|driver CPC;certificate professional competence driver;tachograph card
dangerous-goods|licence|transport matières dangereuses;matières dangereuses|ADR;dangerous goods certificate;hazardous goods transport
electrical-habilitation|licence|habilitation électrique;B1V BR;BR BC;B2V;H0B0;H0 B0;BS BE manœuvre;18th edition;habilitation UTE C18-510;NF C 18-510|electrical authorisation;electrical safety clearance
refrigerant-licence|licence|attestation fluides frigorigènes;manipulation fluides frigorigènes;F-gas;attestation aptitude fluides|refrigerant handling certificate
gas-licence|licence|qualification gaz;professionnel gaz;PG gaz;habilitation gaz|gas safe;gas engineer register
network-licence|licence|AIPR;intervention proximité réseaux;autorisation intervention réseaux|AIPR
welding-licence|licence|licence soudage;qualification soudeur;ISO 9606;EN 9606;9606-1;QS soudeur;qualification mode opératoire soudage;ASME IX|coded welder certificate;welder qualification;welding certificate;welder certification;welding licence
security-card|licence|carte professionnelle sécurité;CNAPS;carte professionnelle agent;CQP APS;TFP APS;SIA licence;titre agent prévention sécurité|security licence;door supervisor licence
ssiap|licence|SSIAP;SSIAP 1;SSIAP 2;sécurité incendie assistance personnes|fire safety certificate;fire warden certificate
first-aid|licence|SST;PSC1;sauveteur secouriste;secouriste travail;AFGSU;gestes urgence;premiers secours;formation secourisme|first aid certificate;first aider;first aid at work;emergency care certificate
haccp|licence|HACCP;normes HACCP;hygiène alimentaire;formation hygiène;bonnes pratiques hygiène alimentaires;plan maîtrise sanitaire|food hygiene certificate;food safety training;food hygiene level
pesticide-licence|licence|Certiphyto;certificat phytosanitaire;certificat individuel phytopharmaceutiques;produits phytosanitaires certificat|pesticide certificate;spraying certificate;sprayer licence;PA1 PA2;pesticide permit
drone-licence|licence|télépilote drone;brevet télépilote;pilotage aérien drone|drone pilot;UAV licence;drone certificate;drone operator;aerial filming licence
lifeguard-licence|licence|BNSSA;BPJEPS natation;MNS diplôme;maître-nageur diplôme;NPLQ|lifeguard certificate;pool lifeguard qualification
activity-licence|licence|BAFA;BAFD;BPJEPS;animateur brevet|youth work certificate
amiante|licence|amiante sous-section 4;SS4;SS3;désamiantage formation|asbestos certificate;asbestos awareness
scaffold-licence|licence|montage échafaudage R408;R408;R457;CISRS;échafaudage attestation|scaffolding ticket
height-work|licence|travail hauteur habilitation;harnais formation;port du harnais;CQP cordiste|working at height certificate;rope access IRATA
site-card|licence|CSCS;carte BTP;N1 N2 chimique;habilitation N1;risques chimiques N1;SCC VCA|site safety card
real-estate-card|licence|carte T transaction;carte transaction immobilière;carte professionnelle immobilier;loi Hoguet;attestation collaborateur immobilier|real estate licence
taxi-card|licence|carte VTC;carte professionnelle taxi;taxi licence|private hire licence
ambulance-licence|licence|attestation préfectorale ambulance;aptitude conduite ambulance|aptitude conduite ambulance
alcohol-licence|licence|permis exploitation;licence IV débit boissons;licence débit|personal licence alcohol
firearms|licence|port arme;maître-chien certificat|port arme
teaching-licence|degree|CAPES;CAPET;CAPLP;agrégation;CRPE;master MEEF;PGCE;QTS;concours professeur;concours enseignement|teaching qualification;qualified teacher status;teaching degree;certified teacher;teaching master
nursing-assistant-degree|degree|DEAS;diplôme état aide-soignant;CAFAS;DPAS;diplôme aide-soignant;diplôme soignant reconnu état|state diploma nursing assistant;nursing assistant diploma;certified nursing assistant;healthcare assistant diploma;certificate care assistant;registered care certificate;state registered carer
nurse-degree|degree|diplôme état infirmier;DEI;IDE diplôme;ordre infirmiers inscription;diplôme infirmier|state registered nurse;nursing degree;bachelor nursing;registered nurse diploma;NMC registration
nursery-nurse-degree|degree|DEAP;diplôme état auxiliaire puériculture;diplôme auxiliaire puériculture|nursery nurse diploma;childcare diploma
early-childhood-degree|degree|CAP petite enfance;CAP AEPE;accompagnant éducatif petite enfance|early childhood certificate;childcare certificate;NVQ childcare;early years qualification
early-educator-degree|degree|DEEJE;diplôme éducateur jeunes enfants|early years degree
care-degree|degree|DEAVS;DEAMP;diplôme accompagnant éducatif social;ADVF;titre assistant vie familles|health social care diploma
ambulance-degree|degree|DEA ambulancier;diplôme état ambulancier|ambulance diploma;paramedic degree
midwife-degree|degree|diplôme état sage-femme|midwifery degree
physio-degree|degree|diplôme état masseur kinésithérapeute|physiotherapy degree
pharmacy-degree|degree|BP préparateur pharmacie;DEUST préparateur pharmacie;brevet préparateur pharmacie|pharmacy technician diploma;pharmacy technician qualification;pharmacy dispensing diploma
educator-degree|degree|DEES;diplôme éducateur spécialisé;moniteur éducateur diplôme|social education degree;youth work degree
social-work-degree|degree|DEASS;diplôme assistant service social;DECESF|social work degree
accounting-degree|degree|DCG;DSCG;BTS comptabilité gestion;BTS CG;DUT GEA;DECF;AAT;ACCA;diplôme comptabilité;licence comptabilité;finance comptabilité diplôme;BTS comptable|accounting degree;diploma accounting;bachelor accounting;CPA;degree accounting finance
payroll-degree|degree|titre gestionnaire paie;licence paie;CIPP;licence professionnelle paie;diplôme paie;master paie;titre professionnel gestionnaire de paie;bachelor paie;diplôme universitaire paie|payroll diploma;payroll qualification;payroll degree;payroll technician diploma
hr-degree|degree|master ressources humaines;licence ressources humaines;CIPD;master RH;bachelor RH|hr degree;human resources degree
employment-law-degree|degree|master droit social;master 2 droit travail;DESS droit social;DJCE droit social;DEA droit social|LLM employment law;master labour law;master employment law;postgraduate labour law
law-degree|degree|master droit;licence droit;CAPA avocat;LLB;diplôme notaire;master droit notarial;CRFPA;diplôme droit|law degree;bar exam
notary-degree|degree|DUT carrières juridiques;BTS notariat;licence métiers notariat;master notarial;BTS collaborateur notarial;licence notariat|notarial diploma;conveyancing diploma
optics-degree|degree|BTS opticien lunetier;BTS OL;diplôme opticien|optician diploma;dispensing optics degree;optometry degree
real-estate-degree|degree|BTS professions immobilières;BTS immobilier|real estate diploma
sales-degree|degree|BTS technico-commercial;BTS NDRC;BTS MCO;BTS CCST;BTS MUC;BTS NRC;BTS négociation et digitalisation;bachelor commercial;licence pro commerce;titre NTC;école de commerce|technical sales diploma;higher diploma sales;business diploma sales;sales degree;business school degree;bachelor of business
cook-degree|degree|CAP cuisine;BEP cuisine;BTM cuisine|catering diploma;culinary diploma;cookery certificate
bakery-degree|degree|CAP boulanger;BP boulanger;CAP pâtissier|baker certificate;bakery diploma;pastry certificate;baking qualification
butcher-degree|degree|CAP boucher|butcher certificate;butchery apprenticeship
hairdressing-degree|degree|CAP coiffure;BP coiffure|hairdressing diploma;hairdressing certificate;NVQ hairdressing
beauty-degree|degree|CAP esthétique;BP esthétique;BTS esthétique;CAP esthétique cosmétique|beauty therapy diploma;NVQ beauty
electric-degree|degree|CAP électricien;BP électricien;brevet professionnel électricien;BEP électrotechnique;bac pro MELEC;bac pro ELEEC;BTS électrotechnique|electrical diploma;electrician certificate;electrical installation diploma
plumbing-degree|degree|CAP plombier;CAP monteur installations sanitaires;BP plombier;CAP chauffage|plumbing certificate;plumbing diploma;NVQ plumbing
refrigeration-degree|degree|bac pro froid climatisation;BTS fluides énergies;BTS FED;CAP froid;TISEC|refrigeration diploma
mechanic-degree|degree|CAP maintenance véhicules;bac pro maintenance véhicules;BTS maintenance véhicules|automotive diploma;vehicle maintenance diploma
machining-degree|degree|bac pro technicien usinage;bac pro productique;BTS usinage;CQPM usinage;CAP usinage;BTS CPRP;TRPM;titre tourneur fraiseur|machining diploma;machining apprenticeship;CNC vocational certificate
maintenance-degree|degree|BTS maintenance systèmes;bac pro MEI;bac pro MSPC;DUT GIM;BTS maintenance industrielle;BTS électromécanique;BTS MS;bac pro MELEC MSPC;bac pro maintenance équipements industriels|industrial maintenance diploma;higher diploma in maintenance;HNC maintenance engineering;maintenance engineering diploma
joinery-degree|degree|CAP menuisier;BP menuisier|joinery diploma;carpentry certificate;joinery certificate
roofing-degree|degree|CAP couvreur|roofing certificate
painting-degree|degree|CAP peintre|painting decorating certificate
masonry-degree|degree|CAP maçon;BP maçon|bricklaying certificate
landscape-degree|degree|CAP jardinier paysagiste;BTS aménagements paysagers;BPA travaux paysagers|landscaping diploma;horticulture diploma
farming-degree|degree|BPREA;BPA agricole;bac pro agricole;BTSA;CAP agricole;agriculture diploma|farming diploma
it-degree|degree|master informatique;BTS SIO;licence informatique;diplôme ingénieur informatique;DUT informatique;titre concepteur développeur|computer science degree;bachelor computing;MSc computer science
wms|skill|WMS;logiciel gestion entrepôt;logiciel entrepôt;Reflex WMS;Manhattan WMS;terminal embarqué entrepôt;gestion informatisée stocks;Infolog;Generix;mouvements stock logiciel|warehouse management system;stock software;scan RF;pistolet scan;handheld scanner stock
high-stacking|skill|gerbage hauteur;rack dernier niveau;gerbage dégerbage;mise hauteur palettes;mise en rack;grande hauteur charges|stacking height;rack top level;high-bay storage;high-level stacking;top racking level;narrow aisle stacking
cycle-counts|skill|inventaire tournant;cycle count;inventaire annuel;comptage références;écarts stock|stocktaking;stock count;inventory counting;quantities shelf checked;rolling inventory
cold-store|skill|froid négatif;chambre froide;surgelé;entrepôt frigorifique;chambre surgélation;température négative;environnement froid|cold store;frozen warehouse;frozen storage;freezer warehouse;deep freeze;deep-freeze chamber
order-picking|skill|préparation commandes;pick pack|order picking;picking vocal;voice picking;picking
truck-loading|skill|chargement camion;déchargement camion;mise à quai|loading lorries;load unload trucks;dock loading
pallet-wrapping|skill|filmage palettes;étiquetage palettes;palettisation|pallet wrapping
route-driving|skill|tournée livraison;livraisons messagerie;livraison dernier kilomètre;tournées clients|delivery round;multi-drop
tachograph|skill|chronotachygraphe;réglementation sociale européenne;tachograph;temps de conduite repos;RSE transport|driving hours rules
load-securing|skill|arrimage;sanglage;bâchage débâchage;arrimage marchandises|load securing;strapping load;lashing
refrigerated-transport|skill|transport frigorifique;camion frigo;reefer|refrigerated transport;temperature-controlled transport
long-haul|skill|longue distance;international route;découcher;grands routiers|long-haul;nights out
tail-lift|skill|hayon élévateur;transpalette hayon|tail-lift
dock-to-crane|skill|bras de grue|hiab;lorry loader crane
hygiene-care|skill|soins hygiène confort;aide toilette;toilette personnes dépendantes;soins de nursing;lever coucher habillage;aide habillage|hygiene comfort care;washing dressing patients;bed baths;personal care residents;nursing hygiene;change dressed washed people;bathing dressing residents
dementia-care|skill|Alzheimer;démence;désorientation résidents;maladie neurodégénérative;troubles cognitifs;PASA;unité protégée;UVP;cantou;unité mémoire;personnes désorientées;troubles mémoire|dementia;dementia care;memory unit;memory disorders;cognitive stimulation;confused residents
patient-lifting|skill|lève-malade;lève-personne;manutention patients;transferts lit fauteuil;verticalisateur;transferts personnes|patient hoist;rail transfert;moving and handling patients;bed chair transfers;sling hoist;hoisting residents
care-records|skill|transmissions ciblées;transmissions écrites;Netsoins;dossier soins informatisé;Osiris soins;saisie observations soins;dossier patient informatisé;DPI;logiciel de soins;Hôpital Manager;Crossway;Orbis|care records;nursing handover;care notes software;digital care plan;ward handover;electronic patient record;EPR;clinical software
meal-help|skill|aide repas;aide prise repas;aide alimentation|helping eat;feeding residents
injections|skill|injections;prélèvements sanguins;prise de sang;intramuscular subcutaneous;bilans sanguins;venepuncture;vaccination|blood sampling;phlebotomy;drawing blood
wound-dressing|skill|pansements complexes;pansements;escarres;plaies chroniques|wound dressing;wound care;pressure sores
iv-therapy|skill|perfusions;pose voie veineuse;cathéter;voie centrale;intravenous drip|IV therapy;infusion pumps
medication-round|skill|distribution médicaments;préparation piluliers;pilulier;administration traitements|medication round;administering medication;drug round
palliative-care|skill|soins palliatifs;fin de vie;hospice|end of life care;palliative care
emergency-care|skill|accueil urgences;resuscitation;réanimation;SMUR;soins intensifs;A&E;ventilation mécanique;patients intubés|emergency department;intensive care;ventilated patients;ICU;critical care
paediatrics|skill|pédiatrie;néonatologie|paediatric;neonatal
dialysis|skill|dialyse;dialysis;hémodialyse|dialyse
vital-signs|skill|paramètres vitaux;vital signs;tension température;surveillance constantes|blood pressure temperature
sterilisation|skill|stérilisation;autoclave;sterilisation instruments;décontamination instruments|autoclave
chairside|skill|assistance fauteuil;travail à quatre mains;chairside assistance;four-handed dentistry|assistance fauteuil
prescription-dispensing|skill|délivrance ordonnances;délivrance médicaments;analyse ordonnance;lecture prescriptions;remise médicaments;dispensation traitements|dispensing prescriptions;prescription dispensing;dispensing medicines;handing over medicines;filling prescriptions
pharmacy-software|skill|LGPI;Winpharma;Pharmagest;logiciel officine|pharmacy software
patient-transport|skill|brancardage;transport sanitaire;patient transport;stretcher|brancardage
baby-care|skill|soins nourrissons;change bébés;soins bébés;baby care;toilette nourrisson|biberon change;bottle feeding;nappy changing
early-learning|skill|éveil enfants;activités éveil;motricité libre;jeux éveil;ateliers petite enfance;comptines;Montessori|early learning activities;play activities children;storytelling toddlers
parent-communication|skill|transmissions parents;accueil parents;relation familles;échanges familles|parent communication;talking with parents
school-support|skill|accompagnement élèves handicap;soutien scolaire;inclusion scolaire;besoins particuliers;SEND|classroom support;special needs support
activity-leading|skill|animation ateliers;animation groupes enfants;activités manuelles|leading activities;holiday activities
plate-service|skill|service assiette;service guéridon;silver service;découpe salle;flambage;carving flambé;service à la française;service anglaise|plate service;table service fine dining;tableside carving
wine-pairing|skill|accords mets vins;conseil vins;carte des vins;sommellerie;cépages appellations|wine pairing;food wine pairing;wine advice;wine list;recommended bottles dishes;wine service
till-system|skill|logiciel caisse;caisse Micros;Lightspeed caisse;encaissement;prise commande tablette;tenue caisse;encaissement clients;addition clôture caisse;Zelty;Tiller;Innovorder;commandes tablette;terminal commande;rendu de monnaie|till system;POS system;cash register;electronic point sale;payments card terminal;bills tablet orders;cash handling;taking payments;operating the till
banqueting|skill|banquets;service banquet;réceptions mariages;séminaires buffet;événements traiteur;gala dinners;cocktails dinatoires|banqueting;wedding receptions;large parties seated
cocktail-making|skill|création cocktails;mixologie;classic cocktails;shaker|cocktail making;long drinks
draught-beer|skill|tirage bière;fûts bière;bières pression|draught beer;changing kegs;cellar beer
barista-skill|skill|café spécialité|latte art;machine espresso;espresso machine;specialty coffee
bar-stock|skill|inventaire bar;commandes boissons|stock boissons;bar stock;bar inventory
hot-kitchen|skill|cuisson viandes;poste chaud;cuisson sous vide;rôtisserie|hot section
cold-kitchen|skill|garde-manger;poste froid;entrées froides|cold section
menu-design|skill|élaboration menus;création carte;fiches techniques recettes;conception menus|menu planning;recipe costing
food-cost|skill|coût matière;ratio matière;marge cuisine|food cost
mass-catering|skill|restauration collective;cuisine centrale;liaison chaude|liaison froide;mass catering;school meals;contract catering
bread-making|skill|pétrissage;façonnage pain;tradition française baguette;panification;boulage;division pesée pâtons|kneading shaping;bread making;dough mixing shaping;kneading dough
sourdough|skill|pain au levain;levain naturel;pousse lente;fermentation longue pâte;rafraîchi levain|sourdough;natural leaven;slow proving;sourdough starter;cold fermentation dough
viennoiserie|skill|viennoiserie;croissants;tourage;pâte feuilletée;feuilletage;danish pastries|laminated dough;puff pastry;laminating
baking-oven|skill|enfournement;cuisson four;four à sole;conduite four|oven baking;deck oven;running ovens
pastry-making|skill|entremets;pâtisserie montage;gâteaux mariage;tartes crèmes;ganache;chocolaterie;tempérage chocolat|cake decorating;sugar work
meat-cutting|skill|désossage;découpe viande;ficelage;carcasses;butchery cuts|meat cutting;boning;carcass breaking
fish-prep|skill|filetage poisson;levée filets;écaillage|fish filleting
hotel-checkin|skill|arrivées départs clients;enregistrement clients hôtel;accueil clients hôtel;formalités arrivée départ|check-in check-out;guest check-in;front desk arrivals;welcoming guests arrivals;guest reception
hotel-software|skill|PMS hôtel;Opera PMS;logiciel hôtelier;Fidelio;Mews;Protel;logiciel réservation hôtel|hotel property system;hotel software;hotel management software
hotel-bookings|skill|gestion réservations;réservations OTA;Booking.com;yield management;planning occupation chambres|channel manager;handling reservations;booking platforms;revenue management;room bookings
night-closing|skill|clôture journée hôtel;clôture caisse nuit|night audit;end of day closing;day-end reports
room-cleaning|skill|recouche à blanc;recouche;remise en état chambres;chambres à blanc;réfection lits|room cleaning;making beds;room turnover;servicing rooms
complaint-handling|skill|gestion réclamations;traitement réclamations;litiges clients;clients mécontents;insatisfaction client|complaint handling;handling complaints;unhappy customers
concrete-works|skill|gros œuvre;ouvrages béton;travaux béton armé;fondations élévation;dalles voiles poteaux;béton armé logements|structural works;structural concrete;reinforced concrete;concrete frame;concrete shell
works-budget|skill|suivi budgétaire;situations travaux;contrôle coûts chantier;marge chantier;interim valuations;décomptes mensuels;dépenses avancement;budget chantier|cost control;monthly valuations;budget tracking works;spending against progress;payment applications works
subcontractor-management|skill|coordination corps état;encadrement compagnons;management équipes chantier;led foremen;chefs chantier encadrés;pilotage entreprises;trades coordination|subcontractor management;leading crews
site-planning|skill|planning travaux;Gantt;planification chantier;Primavera;works programme;phasage|MS Project;site scheduling;planning TCE
site-safety|skill|PPSPS;sécurité chantier;prévention risques chantier;plan prévention;VIC;accueil sécurité|site safety;safety planning;health safety plan;risk assessment method statement;toolbox talks
bricklaying|skill|montage parpaings;élévation murs;blockwork;pose briques;maçonnerie pierre;murs agglos|bricklaying;laying bricks;laying blocks
formwork|skill|coffrage;banches|formwork;shuttering
rebar|skill|ferraillage;pose armatures|rebar;steel fixing
plastering|skill|pose placo;plaques plâtre;enduits plâtre;doublage cloisons;bandes joints;cloisons faux plafonds;plasterboard|drywall;plastering
roof-tiling|skill|pose tuiles;pose ardoises;couverture tuiles;réfection toiture|slate roofing;tile roofing;laying slates;laying tiles roof;re-roofing
zinc-work|skill|zinguerie;chéneaux gouttières;leadwork;façonnage zinc;gouttières|zinc gutters;flashing;zinc roofing
roof-waterproofing|skill|étanchéité toiture;membrane bitumineuse;EPDM;toit terrasse|roof waterproofing;flat roof;torch-on felt
roof-frame|skill|charpente bois;fermettes;ossature bois;traçage charpente|roof trusses;timber frame;roof framing
roof-windows|skill|fenêtres toit;Velux;skylights|roof windows
roof-insulation|skill|isolation combles;isolation thermique extérieur;ITE;laine verre|sarking;loft insulation;external insulation
wall-painting|skill|peinture murs plafonds;application peinture;peinture intérieure;pistolet airless;lasure|wall painting;rolling brush painting;spray painting walls;two coats ceilings walls
surface-prep|skill|préparation supports;ponçage rebouchage;enduit lissage;ratissage;décapage|surface preparation;sanding filling
wallpapering|skill|papier peint;wallpaper;toile verre;revêtements muraux|wall coverings;paperhanging
facade-works|skill|ravalement façade;façade;enduit façade;crépi|facade renovation;external rendering
tiling|skill|pose carrelage;faïence;chape;mosaïque|wall floor tiling;laying tiles
floor-laying|skill|pose parquet;sols souples;moquette|laminate flooring;PVC flooring;vinyl floors
joinery-fitting|skill|pose menuiseries;pose fenêtres;pose portes;pose escaliers;huisseries;agencement pose cuisine|fitting windows doors;installing windows;hanging doors;kitchen fitting
joinery-workshop|skill|fabrication meubles;usinage bois;woodworking machines;machines à bois;scie panneaux toupie;débit bois;assemblage tenon mortaise;fabrication escaliers|bench joinery;spindle moulder;panel saw;staircase making
wood-cnc|skill|centre usinage bois;CNC bois;commande numérique bois|wood cnc
sanitary-install|skill|installation sanitaire;pose sanitaires;salle de bain installation;lavabo douche WC;pose appareils sanitaires|bathroom installation;fitting bathrooms;sanitary fittings;fitted showers basins
pipe-joining|skill|soudure cuivre;brasure cuivre;PER multicouche;cuivre PVC multicouche;brasage cuivre;cintrage tubes|copper brazing;soldering copper;copper pipes;pipe soldering
boiler-maintenance|skill|entretien chaudière;chaudière gaz;dépannage chaudière;brûleur réglage;chaudière condensation|boiler servicing;boiler maintenance;gas boiler;condensing boilers;burner tuning;annual boiler service
heating-install|skill|installation chauffage;radiateurs plancher chauffant;pose radiateurs|heating installation;underfloor heating;central heating;radiators fitted
heat-pumps|skill|pompe à chaleur;PAC installation;PAC air eau;aérothermie;géothermie|heat pump
leak-repair|skill|recherche fuite;dépannage plomberie;réparation fuites;débouchage;fuites eau|leak repair;unblocking drains;finding leaks
hvac-knowledge|skill|génie climatique;CVC;ventilation climatisation;chauffage ventilation;traitement air;CTA;équipements thermiques;thermique bâtiment|HVAC;air handling;ventilation systems;climate systems;heating cooling equipment
refrigeration|skill|installation frigorifique;groupes froid;mise en service climatisation;charge fluide;tirage au vide;chillers|refrigeration systems;circuits frigorifiques;cold rooms install
electrical-install|skill|installation électrique;tirage câbles;pose appareillage;passage gaines;appareillage prises interrupteurs;chemins câbles|electrical installation;wiring houses;cable pulling;rewiring;sockets switches;trunking;pulling cables
electrical-panels|skill|tableaux électriques;câblage tableaux;armoires électriques;câblage armoire;TGBT;coffrets électriques;raccordement tableau électrique;tableaux divisionnaires|panel wiring;distribution boards;consumer units;switchboards;switchgear;control panel assembly;fuse boards
electrical-schemas|skill|schémas électriques;lecture schémas;plans électriques|electrical diagrams;wiring diagrams;reading schematics
electrical-standard|skill|NF C 15-100;norme 15-100;mise en conformité électrique;BS 7671;Consuel|wiring regulations
electrical-fault|skill|dépannage électrique;recherche panne électrique|electrical fault finding;fault finding;electrical troubleshooting
low-current|skill|courants faibles;alarme vidéosurveillance;contrôle accès interphonie;VDI;intruder alarms;interphone|low current systems;data cabling
home-automation|skill|domotique;KNX;objets connectés bâtiment|home automation;smart home
solar|skill|photovoltaïque;panneaux solaires;PV installation|solar panels
ev-charging|skill|borne recharge;IRVE;charge points|EV charging
fibre-optic|skill|fibre optique;raccordement fibre;FTTH;soudure fibre|fibre splicing;fusion splicing
tig-welding|skill|soudage TIG;GTAW;procédé 141;argon arc;TIG inox;tungsten electrode|TIG welding;tungsten inert gas
mig-welding|skill|soudage MIG;soudage MAG;semi-automatique;MIG MAG welding;GMAW;procédé 135;procédé 136|MIG MAG welding
arc-welding|skill|soudage électrode enrobée;ARC 111;SMAW|stick welding;MMA welding
stainless|skill|soudage inox;inox 316L;acier inoxydable;inox 304L;stainless tubes;stainless steel joints|stainless welding
orbital-welding|skill|soudage orbital;tête orbitale;soudage automatique tubes|orbital welding;orbital head;automatic tube welding
weld-inspection|skill|ressuage;dye penetrant;contrôle soudures;radiographie soudures;contrôle visuel soudures;CND soudure;révélateur fissures|penetrant testing;weld inspection;liquid penetrant;crack detection
plan-reading|skill|lecture plans;isométrie;plans techniques;dessin industriel lecture;plans exécution|reading drawings;blueprint reading;isometric drawings;technical drawings;piping sketches
sheet-metal|skill|tôlerie;pliage cintrage;traçage chaudronnerie;roulage tôle;oxycoupage;découpe laser;débit découpe tôle;découpe plasma;jet d'eau|sheet metal bending;press brake;plasma cutting;forming plates;laser cutting;flame cutting;water jet
pipe-fabrication|skill|préfabrication tuyauterie;montage tuyauterie;accostage pointage;tuyauterie industrielle|pipe fabrication;pipe spools
cnc-turning|skill|tournage numérique;tour CN;tour commande numérique|CNC turning;CNC lathe;turning lathe
cnc-milling|skill|fraisage numérique;centre usinage;fraiseuse CN;5 axes;fraisage;usinage 5 axes;usinage grande vitesse|CNC milling;machining centre;milling machine;five-axis;five-axis machining;high-speed machining
cnc-programming|skill|programmation CN;Fanuc Heidenhain;Mastercam;code ISO usinage;FAO;Siemens 840D;correction programme;Heidenhain;Fanuc;Mazatrol;programmes pupitre;langage ISO|CNC programming;G-code;editing programs control;CAM
machine-setup|skill|réglage machine;réglage outils;montage outillage;changement série;jauges outils;changement format;mise en train;changement d'outils|machine setup;tool setting;setting up tools;tool offsets;changeovers;tool changes
dimensional-check|skill|contrôle dimensionnel;contrôle pièces;micromètre pied coulisse;tridimensionnelle;palpeur;calipers micrometers;autocontrôle;machine à mesurer;comparateur;tolerances centième|dimensional inspection;metrology;measuring parts;callipers gauges;CMM
gdt|skill|tolérances géométriques;cotation ISO;GD&T|geometric tolerancing
cad|skill|SolidWorks;AutoCAD;CATIA;CAO DAO;Revit;Inventor;TopSolid;BIM;CATIA V5;Creo;NX;conception 3D|CAD software;3D modelling
preventive-maintenance|skill|maintenance préventive;entretien préventif;plan maintenance;GMAO;rondes maintenance;gammes maintenance;tpm|preventive maintenance;planned maintenance;scheduled servicing machines
corrective-maintenance|skill|maintenance curative;dépannage machines;diagnostic panne;curatif;remise en service machines;interventions pannes;remise en état équipements|maintenance corrective;breakdown repair;machine troubleshooting;fixing breakdowns;fault diagnosis production;fault diagnosis;machine repairs;corrective interventions
hydraulics|skill|hydraulique pneumatique;pneumatique;vérins;distributeurs vérins;distributeurs pneumatiques|hydraulic systems;pneumatics;hydraulics;pneumatic cylinders
plc|skill|automates programmables;automate Siemens;Step 7;TIA Portal;Schneider Unity;API automate;Grafcet;automates industriels;programmable controllers;programmation automate|Siemens S7;PLC programming;Allen Bradley;PLC fault;ladder programming
robotics|skill|robot industriel;programmation robot;Fanuc robot;KUKA;ABB robot;cobot|industrial robots
mechanical-repair|skill|réparation mécanique;remplacement roulements;courroies roulements;réducteurs;pompes réparation|mechanical repair;changing bearings;bearings belts
electromechanics|skill|électromécanique;moteurs électriques|electromechanical;electric motors
lean|skill|kaizen;amélioration continue;AMDEC;SMED;six sigma;chantiers kaizen;VSM|lean manufacturing;5S;continuous improvement;value stream
line-operation|skill|conduite ligne;pilotage ligne;conditionnement ligne;alimentation machine;conduite d'équipements automatisés;pilotage ligne de production|line operation;production line running;running packaging line;running automated lines;operating production equipment
gmp|skill|BPF;bonnes pratiques fabrication;GMP;salle blanche;zone stérile;dossier de lot|good manufacturing practice
traceability|skill|traçabilité;enregistrement lots|traceability;batch records
quality-audit|skill|audit qualité;ISO 9001;audits internes;ISO 13485;IATF;certification ISO|quality audit
engine-repair|skill|réparation moteur;distribution embrayage;courroie distribution;boîte vitesses;dépose moteur;courroie;embrayage|engine repair;timing belt;clutch replacement;gearbox;cylinder head;engine rebuild;clutch
vehicle-diagnosis|skill|diagnostic électronique véhicule;valise diagnostic;OBD;diagnostic automobile;fault codes;lecture codes défaut|vehicle diagnostics;diagnostic tool cars;electronic diagnosis
vehicle-servicing|skill|vidange révision;entretien courant véhicule;révisions périodiques;filtres vidange;plaquettes freins;freinage;pneus géométrie;vidange|vehicle servicing;oil change;car services;brake pads;brake repair;routine servicing;car servicing
hybrid-vehicles|skill|véhicules électriques hybrides;B2VL;haute tension véhicule;habilitation véhicules électriques|electric hybrid vehicles;hybrid cars
body-repair|skill|débosselage;redressage marbre;carrosserie réparation;marbre carrosserie;remplacement éléments carrosserie|panel beating;dent removal;chassis straightening;panel replacement
car-painting|skill|peinture véhicule;cabine peinture;colorimétrie|car painting;spray booth
vine-pruning|skill|taille vigne;guyot;cordon royat;taille hiver ceps;sécateur vigne;tailler ceps|vine pruning;winter pruning vines;pruning canes;secateurs vines;winter cutting vine
straddle-tractor|skill|tracteur enjambeur;enjambeur;conduite tracteur vigneron;tracteur interligne|straddle tractor;over-row tractor;vineyard tractor
trellising|skill|palissage;relevage;ébourgeonnage;effeuillage;travaux en vert;rognage|trellising;disbudding;leaf removal;tying vines;lifting wires;green work vines;shoot tying
cellar-work|skill|travaux cave;chai;remontage pigeage;soutirage;vinification;cuverie nettoyage;mise en bouteille;barriques;fermentation vin;élevage en barrique|cellar work;bottling wine;punching down;tank cleaning;racking wine;winemaking;fermentation;blending wines;barrel ageing
harvest|skill|vendanges;récolte raisin|grape harvest
tractor-driving|skill|conduite tracteur;travail sol tracteur;labour semis;outils attelés;attelage;tracteurs outils portés|tractor driving;ploughing
greenhouse-crops|skill|culture serre;tomates serre;tunnels maraîchage;cultures sous abri;polytunnels;abris froids|greenhouse crops;greenhouse tomatoes
planting|skill|semis repiquage;plantation légumes;repiquage;plants mise en terre|sowing planting;transplanting seedlings;sowing
organic-farming|skill|agriculture biologique;maraîchage bio;certification bio;sans pesticides;label AB|organic farming;organic growing
irrigation|skill|irrigation;goutte à goutte;drip irrigation;arrosage automatique|watering systems
vegetable-harvest|skill|récolte légumes;cueillette;récolte conditionnement légumes;conditionnement légumes|vegetable picking;harvesting vegetables;packing vegetables
market-selling|skill|vente marché;marchés plein vent;vente directe producteur;AMAP|market stall;farmers market
milking|skill|salle traite;robot traite;traite des vaches|milking;milking parlour;milking robot;feeding herds
herd-care|skill|soins animaux;conduite troupeau;alimentation troupeau;vêlage;agnelage|herd care;calving;animal husbandry;lambing
mowing|skill|tonte;débroussaillage;brushcutter;taille haies;entretien pelouse;hedges;tondeuse autoportée;entretien d'espaces verts;désherbage massifs|mowing;hedge trimming;strimming;mowing lawns;grounds maintenance
planting-gardens|skill|plantation arbustes;création massifs;aménagement jardin;gazon pose|planting shrubs;garden design;flower beds;turf laying
paving|skill|dallage pavage;maçonnerie paysagère;terrasses bois;dallage terrasse|paving;decking;hard landscaping;patios;fencing
tree-work|skill|élagage;abattage arbres;tronçonneuse;démontage arbres;grimpe|tree pruning;tree felling;chainsaw;tree climbing;sectional dismantling
month-end-closing|skill|clôture mensuelle;établissement bilan;arrêté comptes;bilan liasse;situations mensuelles;écritures inventaire;comptes annuels;liasse fiscale;situation intermédiaire|month-end closing;balance sheet preparation;year-end accounts;final statements;closing entries;annual accounts;year-end;balance sheet;statutory accounts
vat-returns|skill|déclarations TVA;CA3;TVA mensuelle;taxe valeur ajoutée;déclarations fiscales|VAT returns;VAT filing;value added tax;VAT declaration;indirect tax;sales tax
sage|skill|Sage 100;Sage comptabilité;Sage 1000;Sage 50;ligne 100|Sage accounting;Sage X3;accounting software Sage
accounting-software|skill|Cegid;EBP;Quadratus;ACD;Pennylane;logiciel comptable;Coala;Ciel Compta;progiciel comptable;Sage Compta;Cegid Quadra;Ciel|QuickBooks;Xero;accounting software
excel|skill|Excel avancé;tableaux croisés dynamiques;RECHERCHEV;VLOOKUP;macros VBA;Excel;tableur avancé;XLOOKUP;Excel Power Pivot;tableaux croisés|pivot tables;advanced Excel;lookups spreadsheet;spreadsheets formulas;Power Query;lookups;Excel models
bank-reconciliation|skill|rapprochement bancaire;états rapprochement;lettrage comptes;suivi de trésorerie;prévisions de trésorerie|bank reconciliation;reconciling accounts;cash flow forecast;cash position
supplier-invoices|skill|comptabilité fournisseurs;saisie factures;règlements fournisseurs;factures achats;rapprochement commandes|accounts payable;supplier invoices entry;invoice processing;purchase ledger;supplier payments;invoice matching
customer-accounts|skill|comptabilité clients;relances impayés;recouvrement créances;impayés|accounts receivable;debt collection;chasing unpaid;sales ledger;overdue invoices;allocating receipts
bookkeeping|skill|tenue comptabilité;tenue livres;grand livre;comptabilité générale|bookkeeping;general ledger;keeping books
consolidation|skill|consolidation groupe;IFRS;consolidation de comptes;normes IFRS;US GAAP|group consolidation
budgeting|skill|élaboration budgets;budgets prévisionnels;contrôle gestion;reporting financier|budgeting forecasting;management reporting
treasury|skill|gestion trésorerie|cash management;treasury;cash flow
payslips|skill|établissement paie;bulletins paie;payslips;paies mensuelles;paie multi-conventions;traitement paie;bulletins de salaire;multi-convention;établissement des paies;calcul des salaires;saisie des variables de paie;contrôle des bulletins|payroll processing;running payroll;monthly pay run;wage slips;salary calculation;payroll runs;entering payroll variables
social-declarations|skill|DSN;déclarations sociales;URSSAF;charges sociales;CNSS;cotisations sociales;DAMANCOM;CIMR;AMO déclarations;paie Maroc|social security declarations;payroll tax filing;social contributions;statutory returns payroll;Moroccan social security filings
payroll-software|skill|Silae;Sage paie;ADP;logiciel paie;Cegid paie;Nibelis;PayFit;Pleiades;progiciel paie;Paie externalisée|payroll software;HR Access;Sopra HR;Sage Payroll;Workday payroll
working-time|skill|gestion temps activités;GTA;suivi absences;Kelio;absences congés maladie;arrêts maladie;pointages|time attendance;leave tracking;sick leave;attendance records
staff-admin|skill|administration personnel;contrats travail;dossiers salariés;entrées sorties personnel;solde tout compte;formalités embauche|employment contracts;onboarding paperwork;employee files;starters leavers;final settlement
social-law|skill|droit social;droit travail;réglementation sociale;code du travail;convention collective|labour law;employment law
tribunal-litigation|skill|contentieux prud'homal;prud'hommes;litiges salariés;prud'homaux;dossiers prud'homaux;conseil prud'hommes;conclusions audiences licenciement;procédures licenciement;droit du travail conseil;sécurisation des procédures|employment tribunal;labour court;employee disputes hearing;workforce disputes;defended dismissal claims;employees claims court;employment law advice;tribunal claims
collective-agreements|skill|accords collectifs;négociation annuelle salaires;négociation collective;accord entreprise;NAO;accord temps travail;négociations syndicales;accord intéressement;partenaires sociaux négociation|unions agreements signed;annual pay negotiations;collective agreements;union negotiation;profit-sharing agreement;agreements trade unions
works-council|skill|CSE;comité social économique;IRP;instances représentatives;comité entreprise;élus personnel|works council;staff representatives;employee representatives
gdpr|skill|RGPD;GDPR;protection données personnelles;DPO;CNIL;registre traitements;protection des données;analyse d'impact|data protection;privacy compliance;record of processing;privacy impact assessment
contract-drafting|skill|rédaction contrats;contrats commerciaux;négociation contrats|drafting contracts;contract negotiation
legal-watch|skill|veille juridique;recherche juridique;notes juridiques;Dalloz;LexisNexis|legal watch;legal research;legal memos;Westlaw
corporate-law|skill|droit sociétés;secrétariat juridique;assemblées générales sociétés|corporate law
notarial-deeds|skill|actes notariés;actes authentiques;rédaction actes;ventes immobilières actes;successions;compromis vente|notarial deeds;drafting deeds;conveyancing files;donations;wills probate;conveyancing;probate;sale agreements
formalities|skill|formalités notariales;publicité foncière;formalités préalables;SPF;Genapi;iNot;urbanisme pièces|land registry
interviewing|skill|conduite entretiens recrutement;préselection candidats;entretien embauche;entretiens de recrutement|candidate interviews;interviewing candidates;recruitment interviews;shortlisting;screening candidates
news-writing|skill|reportage;enquête journalistique;rédaction d'articles de presse|news writing;investigative journalism;reporting news
sourcing|skill|jobboards;chasse de têtes;CVthèque;approche directe;ATS;multidiffusion d'annonces|sourcing candidats;candidate sourcing;LinkedIn Recruiter;headhunting;applicant tracking system;job boards
job-adverts|skill|rédaction annonces;offres emploi diffusion|job adverts;posting jobs
training-plan|skill|plan formation;plan développement compétences;OPCO;formation personnel|training plan;training programme staff
hris|skill|SIRH;HRIS;Talentsoft|Workday;hr software
prospecting|skill|prospection;conquête clients;ouverture comptes;phoning;développement portefeuille clients;nouveaux clients;démarchage;prospects rendez-vous|prospecting;new accounts;cold calling;new business;opening accounts;canvassing;lead generation;winning customers
sales-negotiation|skill|négociation commerciale;chiffrage offres;négociation offres;offres techniques chiffrées;devis négociés;réponse appels offres;contrats cadre|pricing negotiation;quotations negotiation;closing deals;pricing proposals;tender response;price agreements
crm|skill|CRM;Salesforce;HubSpot;suivi opportunités;pipeline commercial;Dynamics CRM;Zoho;pipe ventes;Pipedrive;logiciel CRM|opportunity pipeline;customer database;Zoho CRM
sales-targets|skill|objectifs commerciaux;objectif dépassé;objectifs atteints;met targets;above target;chiffre affaires dépassé|meeting targets;over target;sales targets;exceeded targets
customer-advice|skill|conseil clientèle;conseil client;conseil vente;accueil conseil clients|customer advice;advising customers
customer-loyalty|skill|fidélisation;portefeuille fidélisé|customer loyalty;customer retention
phone-support|skill|appels entrants;traitement appels;appels clients;hotline clients;téléphone clients réponse;ligne assistance;60 appels jour;gestion des appels|inbound calls;call handling;answering calls;incoming calls;calls per day
email-chat-support|skill|réponse mails;chat en ligne;courriels clients;demandes écrites;messagerie instantanée;omnicanal|email chat support;live chat;written queries
ticketing|skill|Zendesk;outil ticketing;tickets support;Freshdesk;ServiceNow;GLPI;JIRA service;suivi demandes logiciel;Genesys;CRM centre d'appels;gestion de parc;inventaire matériel|ticketing tool;call centre CRM;asset management;hardware inventory
after-sales|skill|SAV;service après-vente;retours produits;échanges remboursements;refunds|after-sales;product returns
upselling|skill|vente additionnelle;rebond commercial;ventes complémentaires|upselling;cross-selling
merchandising|skill|merchandising;mise en rayon;vitrines;réassort;implantation rayon;tête gondole|window displays;shelf replenishment
order-entry|skill|saisie commandes;traitement commandes;administration ventes;enregistrement commandes;ADV|order entry;order processing
shop-till|skill|tenue caisse magasin;fond de caisse|cashing up;till checkout
team-leading|skill|encadrement équipe;management équipe;supervision équipe;animation équipe;direction équipe|team leadership;leading team;people management;managed staff;led team;supervised team
rota-planning|skill|planning équipes;élaboration plannings;plannings personnel;gestion de planning;organisation du travail de l'équipe|staff rotas;scheduling staff;shift planning;workforce scheduling
property-valuation|skill|estimation biens;évaluation immobilière;avis valeur;estimations logements|property valuation;appraisals homes
property-mandates|skill|prise mandats;mandats exclusifs;exclusive mandates;rentrer mandats|listings instructions;property mandates;instructions vendors
property-viewings|skill|visites biens;visites acquéreurs|property viewings;house viewings;showing homes
lease-management|skill|gestion locative;baux;états des lieux;quittancement;loyers|lease management;inventory check-in tenants;rent collection
loan-files|skill|dossiers crédit;montage prêt;crédit immobilier;financement dossiers|loan files;mortgage applications
insurance-contracts|skill|souscription contrats assurance;contrats prévoyance|insurance policies;underwriting policies
claims-management|skill|gestion sinistres;déclaration sinistre;indemnisation;instruction sinistres|claims management;claims settlement
diary-management|skill|gestion agenda;gestion plannings rendez-vous;prise rendez-vous;agendas direction|diary management;calendar management;appointment booking
phone-reception|skill|accueil téléphonique;standard téléphonique|telephone reception;answering phone
visitor-reception|skill|accueil physique;accueil visiteurs|visitor reception;front desk visitors;welcoming visitors
mail-handling|skill|traitement courrier;rédaction courriers|mail handling;correspondence
minutes|skill|comptes rendus;prise notes;dactylographie;frappe comptes rendus;shorthand|minutes meetings;audio typing
filing|skill|classement archivage|GED;document management
travel-booking|skill|organisation déplacements;réservation voyages|travel arrangements;booking travel
office-software|skill|Microsoft Office;Word Excel;suite bureautique;bureautique|Pack Office
react|skill|React;ReactJS;JSX;Next.js;React hooks;Redux;composants React;React Native|React
angular|skill|Angular;AngularJS;RxJS|AngularJS
vue|skill|Vue.js;VueJS;Nuxt|Vue.js
typescript|skill|TypeScript;typage statique;tsx|typed javascript;static typing
javascript|skill|JavaScript;ECMAScript;ES6|JavaScript
node|skill|Node.js;NodeJS;NestJS;Express.js;Fastify;services serveur JavaScript;GraphQL;OpenAPI|API REST Node;server-side JavaScript;API REST;REST API
python|skill|Python;Django;Flask;FastAPI|Python
java|skill|Java;Hibernate;J2EE|Spring Boot
php|skill|PHP;Symfony;Laravel|PHP
dotnet|skill|.NET;C#;ASP.NET;dotnet|.NET
html-css|skill|HTML CSS;intégration HTML;Sass;Tailwind;responsive web|HTML CSS
sql|skill|SQL;PostgreSQL;MySQL;Postgres;requêtes SQL;base données relationnelle;schéma relationnel;MariaDB|relational schema;SQL Server;Oracle database;query tuning;slow queries;database modelling
nosql|skill|MongoDB;NoSQL;Redis;Elasticsearch;Cassandra|MongoDB
ci-cd|skill|GitLab CI;intégration continue;CI/CD;Jenkins;GitHub Actions;déploiement continu;pipeline déploiement;chaîne livraison automatisée;ArgoCD|continuous integration;deployment pipelines;continuous delivery;automated releases;automated builds
docker|skill|Docker;Podman;conteneurs Docker;conteneurisation|Docker containers;containerised
kubernetes|skill|Kubernetes;Helm;OpenShift;orchestration conteneurs;container orchestration;EKS;GKE;clusters conteneurs|K8s
terraform|skill|Terraform;Ansible;Pulumi;Puppet;CloudFormation;infrastructure décrite code|infrastructure as code;infrastructure code;provisioning scripts
cloud|skill|AWS;Azure;GCP;Google Cloud|cloud public;Amazon Web Services;public cloud;EC2 S3
monitoring|skill|Prometheus Grafana;Grafana;Datadog;Zabbix;Nagios;ELK;alertes métriques;Centreon|supervision serveurs;monitoring alerting;observability;metrics alerts
linux|skill|Linux;Debian;shell bash;Bash;administration Linux;Ubuntu;Unix|Red Hat
windows-server|skill|Active Directory;GPO;Exchange;Microsoft 365|Windows Server;Office 365 administration
virtualisation|skill|VMware;virtualisation;Hyper-V;Proxmox;virtual machines|VMware
networking|skill|réseaux Cisco;switch routeur;VLAN;pare-feu;firewall;VPN;Fortinet|TCP/IP;routing switching;network configuration
backup|skill|sauvegardes;Veeam;plan reprise activité|backup restore
it-support|skill|support utilisateurs;assistance utilisateurs;helpdesk;dépannage postes;résolution incidents|user support;desktop support
cybersecurity|skill|cybersécurité;tests intrusion;SOC SIEM;ISO 27001;EDR;analyse vulnérabilités;SIEM|vulnerability scanning
accessibility|skill|accessibilité;RGAA;WCAG;lecteur écran;contraste clavier;a11y;keyboard navigation|accessibility audit;screen reader
testing|skill|tests automatisés;Cypress;Selenium;Playwright;Jest;tests bout en bout|tests unitaires;unit tests;test automation
git|skill|Git;GitHub;GitLab;gestion versions|version control
agile|skill|Scrum;Agile;Kanban;méthodes agiles;backlog|Scrum
mobile-dev|skill|Flutter;développement mobile|Android Kotlin;iOS Swift;mobile apps
powerbi|skill|Power BI;Tableau Software;Qlik;dashboards;tableaux bord décisionnels;Looker;dataviz;visualisation données;tableaux de bord interactifs|data visualisation
statistics|skill|statistiques;régression;tests AB;analyse statistique;R Studio|statistical analysis;hypothesis testing
data-cleaning|skill|nettoyage données;qualité données;préparation données;pandas|data cleaning;data quality;ETL;data preparation
machine-learning|skill|apprentissage automatique;scikit-learn;modèles prédictifs;TensorFlow|machine learning;predictive models;deep learning
sap|skill|SAP;SAP MM;SAP FI;module SAP|S/4HANA
erp|skill|ERP;Odoo;Navision;Dynamics ERP;progiciel intégré|ERP
figma|skill|Figma;maquettes interface;wireframes;prototypage;Sketch;Adobe XD;prototypes écrans|Figma
adobe|skill|Photoshop;InDesign;suite Adobe;PAO|Illustrator;Adobe Creative;desktop publishing
seo|skill|référencement naturel;Google Analytics;Google Ads|SEO;search engine optimisation;SEA
social-media|skill|réseaux sociaux;animation communauté;Instagram Facebook;calendrier éditorial|social media;content calendar;LinkedIn posts
emailing|skill|newsletters;Mailchimp;Brevo|emailing;email campaigns
copywriting|skill|rédaction web;rédaction contenus;articles blog|copywriting;content writing;articles writing
press-relations|skill|relations presse;communiqués presse|press releases;media relations
event-organisation|skill|organisation événements;event organisation;salons professionnels;logistique événementielle|trade shows
lighting-design|skill|conception lumière;plan de feux;mise en lumière;éclairage plateau;projecteurs plateau;lit interiors;lit sets|lighting design;lighting plan;studio lighting;HMI LED;location lighting
cinema-cameras|skill|ARRI Alexa;caméra RED;caméras numériques cinéma;Sony Venice;Alexa Mini;optiques anamorphiques;caméra grand capteur;tournage ARRI|RED Komodo;large format sensor;digital cinema camera
colour-grading|skill|étalonnage;DaVinci Resolve;LUT;suivi étalonnage;looks LUT;colour correction|colour grading;color grading;grading suite;supervised grade
image-crew|skill|équipe image;direction équipe image;chef machiniste électricien équipe|camera crew;image crew;led camera department;camera lighting grip
video-editing|skill|montage vidéo;Premiere Pro;Avid;dérushage;editing rushes;montage image|Final Cut;video editing;film editing;Media Composer;assembling footage
motion-graphics|skill|habillage graphique;animation graphics;motion graphics|After Effects;motion design
sound-mixing|skill|mixage audio;Pro Tools;prise son;enregistrement micros;montage son|sound mixing;boom microphone;sound design;sound editing
subtitling|skill|subtitles|captioning
media-delivery|skill|exports livrables;PAD;DCP|delivery masters;encoding export
photo-retouching|skill|retouche photo;Lightroom|Lightroom
studio-photo|skill|photo studio;prise de vue|product photography
baccalaureate-prep|skill|préparation baccalauréat;baccalauréat terminale;épreuve terminale;bac spécialité;réussite examen terminale|exam preparation pupils;final-year pupils;preparing pupils exams;school-leaving examination;A-level preparation
differentiation|skill|différenciation pédagogique;groupes de niveau;élèves hétérogènes;parcours individualisés;pupils different levels;supports adaptés élèves;exercices plusieurs niveaux|differentiated teaching;mixed ability;tasks adapted level;individual learning paths
geogebra|skill|GeoGebra;Python classe;géométrie dynamique;Scratch classe|dynamic geometry software;programming pupils
school-club|skill|club mathématiques;concours Kangourou;olympiades;club échecs école;contest pupils;rallye mathématique|maths club;school competition
lesson-planning|skill|préparation cours;progression pédagogique;séquences pédagogiques|lesson planning;schemes of work
class-management|skill|gestion classe;conduite classe|classroom management
adult-training|skill|formation adultes;animation formations|adult training;training sessions adults
e-learning|skill|Moodle;classe virtuelle;LMS;online courses|e-learning
haircut|skill|coupe femme homme;coupes cheveux|haircutting;brushing coiffage;cutting styling;blow-dry
hair-colour|skill|coloration mèches;balayage;décoloration|hair colouring
beard|skill|taille barbe;rasage|beard trimming;shaving
facial-care|skill|soins visage;facials;gommage masque;nettoyage peau|facial treatments;skin treatments
waxing|skill|épilation cire;épilation;depilation|waxing;hair removal
body-care|skill|soins corps;modelage;massage bien-être;enveloppement|body treatments;wellness massage
manicure|skill|manucure;pose vernis;manicure;pedicure;beauté mains pieds|nail care;ongles gel
makeup|skill|maquillage;maquillage mariée|make-up;bridal makeup
cosmetics-sale|skill|vente cosmétiques;conseil beauté;produits soin vente;parapharmacie conseil|cosmetics sales;skincare products selling
office-cleaning|skill|nettoyage bureaux;entretien locaux;dépoussiérage;nettoyage locaux;vidage corbeilles|office cleaning;cleaning premises;cleaned offices
floor-machines|skill|autolaveuse;monobrosse;scrubber dryer;décapage sols;lustrage;cristallisation;mécanisation sols;machines de lavage des sols|floor scrubber;floor polishing;buffing machine
window-cleaning|skill|nettoyage vitres;vitrerie;lavage vitres|window cleaning;washing windows
bio-cleaning|skill|bionettoyage;désinfection surfaces;protocole désinfection;hygiène hospitalière|biocleaning;hospital cleaning;disinfecting rooms;infection control cleaning
product-dosing|skill|dosage produits;dilution produits;fiches données sécurité|cleaning chemicals;chemical dilution
access-control|skill|contrôle accès;filtrage entrées;badges visiteurs;contrôle entrées;filtrage public|access control;checking badges;visitors entry
patrols|skill|rondes;ronde surveillance;rondes nuit|patrols;foot patrols;security rounds
cctv|skill|vidéosurveillance;écrans contrôle;video surveillance;PC sécurité;télésurveillance;images caméras|CCTV;control room;camera monitoring
fire-safety|skill|sécurité incendie;évacuation;SSI;extincteurs;evacuation drills;moyens secours;centrale incendie|fire safety;fire alarm panel
incident-reports|skill|main courante;rapport incident;consignation événements|incident reports;incident log;logbook
event-security|skill|sécurité événementielle;palpation;bag searches|event security;crowd control
store-security|skill|sécurité magasin;prévention vol;démarque inconnue|store detective;shoplifting;retail security
sewing-machine|skill|machine à coudre;piqueuse plate;surjeteuse;overlock;piquage|sewing machine
alterations|skill|retouches;ourlets|alterations;hemming
pattern-cutting|skill|patronage;Lectra|pattern making;pattern cutting
frame-fitting|skill|montage verres;ajustage montures;taillage verres;meuleuse;montage lunettes;adaptation montures|lens fitting;fitting lenses;frame adjustment;edging lenses
eye-test|skill|examen vue;réfraction;mesure acuité visuelle;prise mesures optiques;visual examination|eye test;sight testing
contact-lenses|skill|contactologie;adaptation lentilles|lentilles contact;contact lenses
optics-advice|skill|conseil lunettes;vente montures;choix verres;progressive lenses;verres progressifs|eyewear advice;selling frames
optics-software|skill|Cosium;Optimum logiciel;tiers payant mutuelles|optics software
wheel-alignment|skill|géométrie train;parallélisme;équilibrage|wheel alignment
customs|skill|déclarations douane;dédouanement;Delta douane;incoterms|customs declarations;customs clearance
freight-planning|skill|affrètement;planification tournées;optimisation tournées;exploitation transport|freight planning;route planning
purchasing|skill|négociation fournisseurs;achats;sourcing fournisseurs;appels offres achats|supplier negotiation;purchasing
procurement-planning|skill|approvisionnements;calcul besoins;MRP;ordonnancement|replenishment;procurement planning
demand-forecast|skill|prévisions ventes;prévisionnel|demand forecasting
flower-arranging|skill|composition florale;bouquets;gerbes couronnes;wreaths|flower arranging
animal-care|skill|soins vétérinaires;contention animaux;toilettage|veterinary nursing;grooming
sports-coaching|skill|cours collectifs fitness;coaching sportif;entraînement équipes|personal training;group fitness
swim-teaching|skill|enseignement natation;aquagym|swimming lessons
pool-watch|skill|surveillance bassin;surveillance baignade;poolside|pool supervision
lab-analysis|skill|analyses laboratoire;chromatographie HPLC;dosages;HPLC;microbiologie;biochimie|laboratory analysis;microbiology;spectrometry
sampling|skill|prélèvement échantillons|sample preparation
surveying|skill|relevés topographiques;station totale;implantation ouvrages;GPS topographie|surveying
quantity-takeoff|skill|métrés;avant-métré;DPGF;quantitatifs|quantity take-off;bill of quantities
earthworks|skill|terrassement;fouilles tranchées;earthworks;VRD|trenching;excavation trenches
road-works|skill|enrobés;voirie bordures|asphalt laying;road surfacing
excavator|skill|conduite pelle;pelle hydraulique;mini-pelle;tractopelle;bulldozer|excavator operation;digger
crane-operation|skill|conduite grue;grue tour;pont roulant;élingage|tower crane;overhead crane;slinging
scaffolding|skill|montage échafaudages;échafaudage|scaffolding erection
autonomy-support|skill|maintien autonomie;aide actes quotidiens;actes essentiels vie quotidienne;aide gestes quotidiens;accompagnement quotidien|daily living assistance;activities of daily living
home-help|skill|entretien logement;aide ménagère;courses repas personnes âgées;ménage personnes âgées|housekeeping elderly;shopping meals elderly
administrative-support|skill|démarches administratives;aide démarches;accès droits|paperwork support;benefits applications
ehpad|skill|EHPAD;maison retraite;résidence seniors|care home;nursing home;retirement home
`
