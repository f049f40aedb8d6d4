/** Construction, public works, energy, heating, electricity, telecoms. */
export const buildingField = `
[occupations]
electrical-fitter-industrial|installation|electrician,industrial-electrician,cable-fitter|monteur câbleur;câbleur d'armoires;câbleur de tableaux;tableautier|panel wirer;panel builder;switchboard wirer|armoires coffrets câblage schémas cabinets wiring
electrical-site-lead|installation|electrician,works-foreman|chef de chantier électricité;chef d'équipe électricien;conducteur de travaux électricité|electrical foreman;electrical supervisor;electrical project manager|courants forts faibles équipe chantier
lineworker|installation|cable-fitter,electrician,telecom-technician|monteur de lignes;monteur réseaux électriques;monteur de réseaux aériens;lignard;monteur réseau souterrain|lineworker;linesman;overhead line worker;power line technician|ligne poteau haute tension pylône réseau poles high voltage
low-current-technician|installation|electrician,telecom-technician,network-technician|technicien courants faibles;technicien alarme;installateur d'alarmes;technicien vidéosurveillance;technicien sûreté électronique|low current technician;alarm installer;CCTV installer;security systems engineer|alarme caméras interphone contrôle accès badge alarms cameras intercom
thermal-engineer|engineering|energy-technician,hvac-technician,civil-engineer|thermicien;ingénieur fluides;bureau d'études thermiques;ingénieur CVC;dessinateur CVC|HVAC engineer;building services engineer;thermal engineer;M&E engineer|déperditions réseaux fluides bilan thermique heat losses ducts
energy-auditor|environment|energy-technician,thermal-engineer|auditeur énergétique;conseiller en rénovation énergétique;économe de flux;diagnostiqueur énergie;conseiller France Rénov|energy auditor;energy adviser;retrofit adviser;energy manager|rénovation consommation logement renovation consumption housing
property-diagnostician|realestate|energy-auditor,quantity-surveyor|diagnostiqueur immobilier;technicien en diagnostics immobiliers|property surveyor;building inspector;home inspector|amiante plomb DPE lead asbestos survey
facade-worker|construction|painter,plasterer,bricklayer,insulation-worker|façadier;ravaleur;enduiseur façadier;façadier bardeur|facade worker;renderer;external wall insulation fitter|façade enduit isolation extérieur render insulation
cladder|construction|roofer,metalworker,insulation-worker|bardeur;étancheur;étancheur bardeur;couvreur bardeur|cladder;cladding installer;waterproofing roofer;roof sheeter|bardage bac acier membrane cladding sheets membrane
demolition-worker|construction|labourer,excavator-operator|démolisseur;ouvrier démolition;désamianteur;opérateur désamiantage|demolition worker;asbestos remover;stripping-out operative|démolition curage amiante demolition strip-out
concrete-finisher|construction|form-setter,bricklayer,floor-layer|bétonneur;applicateur béton;chapiste;dalleur|concrete finisher;concreter;screeder;floor screeder|béton dalle chape coulage pour screed
stone-mason|construction|bricklayer,sculptor|tailleur de pierre;marbrier;maçon du patrimoine|stonemason;marble mason;heritage mason|pierre taille bâti ancien stone carving restoration
glazier|construction|joiner,metalworker,window-cleaner|vitrier;miroitier;poseur de menuiseries aluminium;serrurier métallier vitrier|glazier;glass fitter;aluminium joiner|vitrage verre châssis glass panes frames
driller|construction|excavator-operator,earthworker|foreur;sondeur;technicien forage;opérateur de forage|driller;drilling operator;borehole driller|forage sondage foreuse sol borehole rig
bim-manager|engineering|draughtsman,architect|BIM manager;BIM modeleur;projeteur BIM;coordinateur BIM|BIM manager;BIM modeller;BIM coordinator|maquette numérique Revit model clash
structural-engineer|engineering|civil-engineer,draughtsman|ingénieur structure;projeteur béton armé;dessinateur projeteur structure;ingénieur calcul structure|structural engineer;structural designer|ferraillage charges poutres note calcul loads beams
site-engineer|construction|site-manager,civil-engineer,works-foreman|ingénieur travaux;aide conducteur de travaux;assistant conducteur de travaux;ingénieur chantier|site engineer;assistant site manager;works engineer|chantier planning réserves phasage site programme
chimney-sweep|installation|heating-engineer,roofer|ramoneur;fumiste;installateur de poêles;poêlier|chimney sweep;stove installer|conduit cheminée poêle flue stove
pool-builder|construction|bricklayer,plumber,landscaper|pisciniste;constructeur de piscines;technicien piscine|pool builder;swimming pool technician|piscine bassin filtration liner pool
interior-designer|design|architect,shopfitter,set-designer|architecte d'intérieur;décorateur d'intérieur;agenceur décorateur;space planner|interior designer;interior architect;decorator stylist|aménagement espaces ambiances planches layout mood
meter-reader|installation|water-technician,postal-carrier|releveur de compteurs;technicien d'intervention clientèle;technicien gaz|meter reader;meter installer;gas technician|compteur relève index meter readings
[skills]
prises et interrupteurs;appareillages encastrés|fitting sockets and switches;accessories second fix;outlets fitted
passage de câbles;goulottes;fourreaux;gaines ICTA|cable trays;cable containment
mise en service électrique;essais électriques;consuel attestation;contrôle isolement|electrical testing;commissioning installations;insulation test;megger
éclairage LED;relamping;éclairage public;candélabres|LED lighting;street lighting;relamping
groupes électrogènes;onduleurs;alimentation secours|generators;UPS;backup power
haute tension HTA;postes de transformation;cellules HTA;transformateurs|high voltage;substations;HV cells;transformers
réseaux électriques aériens;lignes aériennes;poteaux bois béton|overhead lines;pole work;power lines
réseaux enterrés;réseaux souterrains;boîtes de jonction;jonctions câbles|underground networks;cable jointing;joint boxes
détection incendie SSI;installation alarme incendie;systèmes sécurité incendie|fire alarm installation;fire detection systems
réflectométrie;mesures optiques OTDR;photométrie fibre|OTDR testing;optical measurement;light loss tests
raccordement d'abonnés;prise terminale optique;point de mutualisation;raccordement client fibre|subscriber connection;customer drop;optical outlet;home connections
tirage de fibre;déploiement réseau fibre;aiguillage fourreaux|fibre pulling;fibre rollout;duct rodding
antennes 4G 5G;pylônes télécoms;sites mobiles|4G 5G antennas;mobile sites;telecom towers
soudure PEHD;électrosoudage;canalisations PEHD;réseau eau potable|PE welding;electrofusion;drinking water mains
assainissement;pose de regards;eaux usées;tout-à-l'égout;réseau gravitaire|sewerage;manholes;drainage;waste water pipes
pose de bordures;pavage;caniveaux|kerb laying;block paving;gutters
blindage de tranchées;fouilles;remblayage;compactage|trench shoring;backfilling;compaction
lecture DICT;marquage piquetage;détection réseaux enterrés|utility detection;service marking;CAT scanning
implantation chantier;nivellement;niveau laser;théodolite|laser level
coffrage traditionnel;coffrage bois;bancheur|timber formwork;traditional shuttering
béton décoratif;béton désactivé;coulage béton;dallage;talochage|pouring concrete;decorative concrete;slab finishing;power floating
chapes fluides;chape liquide;ragréage|liquid screed;floor screeds;self-levelling
enduits monocouche;enduits à la chaux;enduits extérieurs|lime render;one-coat render
bâti ancien;rejointoiement|stone masonry;repointing;heritage building
ouverture de murs porteurs;reprise en sous-œuvre|load-bearing openings;underpinning
isolation par l'extérieur;ITE polystyrène;bardage bois|external wall insulation;timber cladding;EWI
bardage métallique;bac acier;panneaux sandwich;couverture bac acier|metal cladding;profiled sheets;sandwich panels
isolation soufflée;ouate de cellulose;isolation laine;soufflage combles|blown insulation;cellulose wool;cavity insulation
étanchéité à l'air;test d'infiltrométrie;pare-vapeur|airtightness;blower door;vapour barrier
faux plafonds;dalles de plafond;plafonds suspendus|suspended ceilings;ceiling tiles;ceiling grids
ratissage plaques;enduit à joint|taping and jointing;joint filling;drywall finishing
cloisons amovibles;cloisons de bureaux|demountable partitions;office partitions
menuiserie aluminium;PVC aluminium;murs rideaux;pose de vitrages|aluminium joinery;curtain walls;glazing
volets roulants;portails automatiques;motorisation portail|roller shutters;blinds;automatic gates
vérandas;pergolas|conservatories;verandas;pergolas
portes automatiques;portes sectionnelles;portes de garage|automatic doors;sectional doors;garage doors
dépannage serrurerie;ouverture de portes;blindage porte|lock repairs;door opening
garde-corps;escaliers métalliques;ferronnerie;portails fer|railings;metal stairs;wrought iron;balustrades
pose de cuisines équipées;montage meubles cuisine;plans de travail|worktop cutting;kitchen units
poêles à bois;poêles à granulés;tubage;conduits de fumée|wood stoves;pellet stoves;flue lining
ramonage;entretien de conduits|chimney sweeping;flue cleaning
chauffe-eau;ballon eau chaude;cumulus;chauffe-eau thermodynamique|water heaters;hot water tanks
traitement de l'eau;adoucisseurs;désembouage;anti-légionelle|water treatment;softeners;legionella
ventilation mécanique contrôlée;VMC double flux;gaines de ventilation;désenfumage|mechanical ventilation;MVHR;ductwork;smoke extraction
régulation GTB;GTC;gestion technique bâtiment;automatismes CVC|building management system;BMS controls;HVAC controls
équilibrage hydraulique;réseaux hydrauliques chauffage;sous-station|hydraulic balancing;heating circuits
climatiseurs split;climatisation réversible;pose de clim;VRV|split units;air conditioning installation;VRF
froid commercial;vitrines réfrigérées;chambres froides montage;meubles froids|commercial refrigeration;display cabinets;cold room fitting
cogénération;biomasse;chaufferie bois;réseau de chaleur|biomass boilers;district heating;cogeneration
audit énergétique;DPE;bilan thermique;étude thermique RE2020;RT2012|energy audit;energy performance certificate;thermal study;SAP calculations
aides à la rénovation;MaPrimeRénov;CEE;dossiers de primes|renovation grants;energy subsidies
diagnostic amiante;diagnostic plomb;repérage avant travaux|asbestos survey;lead survey;pre-demolition survey
désamiantage;retrait d'amiante;confinement zone|asbestos removal;enclosure work
démolition;curage;déconstruction|demolition;strip-out;deconstruction
forage;sondage géotechnique;essais de sol;pénétromètre|boreholes;geotechnical tests;soil investigation
béton précontraint;ouvrages d'art;génie civil|civil structures;prestressed concrete
note de calcul;dimensionnement structure;Eurocodes;descente de charges|structural calculations;Eurocodes;load take-down
Robot Structural;Tekla;Advance Design;logiciel de calcul structure|Robot Structural;Tekla;structural software
maquette BIM;modélisation BIM;Navisworks|BIM model;Navisworks;clash detection
Covadis;Mensura;logiciel VRD;projet voirie|Civil 3D;road design;Covadis
permis de construire;dossier d'urbanisme;plan local urbanisme;déclaration préalable|planning permission;building permit;planning application
mémoire technique;dossier de consultation;marchés publics|tendering;bid writing;technical proposal;public tenders
réception de travaux;levée de réserves;livraison chantier;OPR|snagging;handover of works;practical completion
comptes rendus de chantier;réunions de chantier;ordonnancement OPC|site meetings;site reports;works coordination
coordination SPS;plan général coordination;registre chantier|health and safety coordination;CDM
maîtrise d'œuvre;direction de travaux;suivi d'exécution|works supervision;contract administration
expertise sinistre construction;pathologies du bâtiment|building pathology;defect diagnosis
conduite de nacelle;travail en nacelle;plateforme élévatrice|cherry picker work;boom lift;scissor lift operation
conduite de chargeuse;niveleuse;dumper;tombereau|wheel loader;grader;roller;dumper driving
chariot télescopique;manuscopique;Manitou|telehandler;telescopic handler
levage de charges;chef de manœuvre|rigging;load lifting;banksman;slinger
montage de charpente métallique;levage de structures;ossature métallique|steel erection;steel frame assembly;structural steel
traitement de charpente;traitement bois;xylophage|timber treatment;woodworm
démoussage;nettoyage de toiture;hydrofuge|roof cleaning;moss removal
pose de membrane PVC;soudure membrane;pare-pluie|PVC membrane;welded membrane
peinture décorative;enduits décoratifs;béton ciré|decorative painting;microcement;stucco;decorative plaster
finition laquée;peinture boiserie|lacquer;varnishing;woodwork painting;gloss finish
résine de sol;peinture de sol;sol époxy|resin floors;epoxy flooring
pose de pierre naturelle;marbre;plan de travail granit|natural stone;marble fitting;granite
salle de bains clé en main;rénovation salle de bains;douche italienne|bathroom renovation;walk-in shower;wet room
éolien;maintenance d'éoliennes|wind turbines;blade repair;wind farm
méthanisation;biogaz|anaerobic digestion;biogas
hydraulique urbaine;stations de pompage;pompes de relevage|pumping stations;lift pumps;water networks
relève de compteurs;pose de compteurs;compteurs communicants|meter reading;meter fitting;smart meters
architecture d'intérieur;plans d'aménagement;planches d'ambiance;SketchUp|interior layout;mood boards;SketchUp;space planning
rendu 3D;Lumion;3ds Max;visuels architecture|3D rendering;Lumion;3ds Max
[licences]
habilitation électrique B0 H0V;B0;H0V;personnel non électricien habilité|B0 H0V authorisation;non-electrician safety clearance
habilitation haute tension;H1V H2V;HC HTA|high voltage authorisation;H2V
IRVE qualification;QualiPV;Qualibat;Qualibois;RGE;QualiPAC;Qualit'EnR|RGE qualification;QualiPAC;MCS certificate;IRVE qualification
mini-pelle CACES;CACES engins compacts|compact plant ticket;mini digger ticket
CACES télescopique;R482 F;R372 catégorie 9|telehandler ticket
certification diagnostiqueur;COFRAC diagnostic|domestic energy assessor
CATEC;espaces confinés certificat;formation espaces confinés|confined spaces certificate;confined space entry
formation ATEX;habilitation ATEX;Ism-ATEX|ATEX training;hazardous areas certificate
certificat désamianteur;amiante opérateur|licensed asbestos removal certificate
CQP façadier;CQP maçonnerie;CQP BTP|construction trade certificate
[degrees]
BTS fluides énergies domotique;BTS génie climatique|higher diploma in building services;HND HVAC
BTS bâtiment;DUT génie civil;BUT GCCD;licence génie civil;BTS travaux publics|diploma in civil engineering;HNC construction;building diploma
BUT génie électrique GEII;DUT GEII|higher diploma in electrical engineering;HNC electrical
titre professionnel électricien d'équipement;TP électricien;CAP PROELEC;CAP préparation réalisation ouvrages électriques|electrician vocational title;NVQ electrical installation
titre professionnel plaquiste;CAP plâtrier|plastering certificate;drylining NVQ
CAP carreleur;BP carreleur|tiling certificate
CAP serrurier métallier;bac pro métallerie|metalwork certificate
diplôme d'architecte;DPLG;HMONP;DEA architecture|architecture degree;RIBA part 2;architect diploma
BTS géomètre topographe;BTS métiers du géomètre|land surveying diploma
titre professionnel technicien réseaux télécom;bac pro systèmes numériques;installateur fibre titre|telecom technician certificate;fibre installer certificate
ingénieur ESTP;diplôme d'ingénieur travaux publics|civil engineering master's;chartered civil engineer
BP monteur en installations génie climatique;CAP installateur thermique|heating installation certificate
`
