/**
 * Occupations, one a line: id | family | near occupations | French names | English names. Names are separated by ';',
 * masculine singular is enough: inflections, inclusive endings and word order are handled by the reader. Near
 * occupations are those a recruiter would look at when nobody of the very trade applies.
 */
export const occupationLines = `
forklift-driver|logistics|dock-worker,order-picker,warehouse-clerk|cariste;conducteur de chariot élévateur;conducteur d'engins de manutention;pontier cariste;cariste magasinier;cariste réceptionnaire;cariste manutentionnaire;opérateur chariot|forklift driver;forklift operator;lift truck operator;fork truck driver;reach truck driver;warehouse forklift driver;counterbalance driver;FLT driver
dock-worker|logistics|forklift-driver,order-picker,warehouse-clerk,mover|agent de quai;manutentionnaire;docker;chargeur;opérateur de quai;agent de tri colis;trieur de colis|dock worker;loading bay operative;cross-dock operative;material handler;parcel sorter;cargo handler;freight handler
order-picker|logistics|dock-worker,warehouse-clerk,packer,forklift-driver|préparateur de commandes;agent logistique;opérateur logistique;agent d'entrepôt;agent de préparation|order picker;picker packer;warehouse operative;warehouse worker;warehouse picker;logistics operative;fulfilment associate
warehouse-clerk|logistics|order-picker,forklift-driver,stock-controller,warehouse-manager|magasinier;gestionnaire d'entrepôt;agent de magasinage;magasinier réceptionnaire;réceptionnaire;magasinier vendeur|warehouse clerk;storekeeper;stock clerk;goods-in clerk;stockroom assistant;storeperson;parts clerk
stock-controller|logistics|warehouse-clerk,supply-planner|gestionnaire de stock;contrôleur de stock;inventoriste|stock controller;inventory controller;inventory analyst
warehouse-manager|logistics|logistics-manager,warehouse-clerk|responsable d'entrepôt;chef d'entrepôt;chef d'équipe logistique;responsable logistique d'entrepôt;responsable de plateforme logistique|warehouse manager;warehouse supervisor;warehouse team leader;shift manager warehouse;distribution centre manager
logistics-manager|logistics|warehouse-manager,supply-planner,transport-planner|responsable logistique;directeur logistique;coordinateur logistique;technicien logistique|logistics manager;logistics coordinator;head of logistics
supply-planner|logistics|stock-controller,logistics-manager,buyer,production-planner|approvisionneur;gestionnaire des approvisionnements;planificateur;prévisionniste;assistant supply chain;gestionnaire de flux|supply planner;demand planner;replenishment planner;procurement clerk;material planner;supply chain analyst
packer|logistics|order-picker,production-operator|emballeur;agent de conditionnement;conditionneur|packer;packing operative;packaging operative
mover|logistics|dock-worker,delivery-driver|déménageur|removal worker;mover;furniture mover
truck-driver|transport|delivery-driver,bus-driver|conducteur routier;chauffeur poids lourd;chauffeur routier;conducteur poids lourd;conducteur SPL;chauffeur SPL;chauffeur super lourd;conducteur de camion;conducteur livreur poids lourd|truck driver;lorry driver;HGV driver;heavy goods vehicle driver;long-haul driver;class 1 driver;tractor-trailer driver
delivery-driver|transport|truck-driver,postal-carrier,taxi-driver,courier|chauffeur livreur;livreur;conducteur livreur;chauffeur VL|delivery driver;van driver;courier driver;parcel driver
courier|transport|delivery-driver,postal-carrier|coursier;livreur à vélo|courier;bike courier;messenger
bus-driver|transport|coach-driver,truck-driver,tram-driver|conducteur de bus;chauffeur de bus;conducteur receveur;machiniste receveur|bus driver;public transport driver
coach-driver|transport|bus-driver,truck-driver|conducteur de car;chauffeur de car;conducteur de car scolaire;conducteur d'autocar;chauffeur d'autocar;conducteur grand tourisme|coach driver;school bus driver
tram-driver|transport|bus-driver,train-driver|conducteur de tramway;conducteur de métro|tram driver;metro driver
train-driver|transport|tram-driver|conducteur de train;mécanicien de conduite|train driver;locomotive driver;railway engineer driver
taxi-driver|transport|delivery-driver,ambulance-driver|chauffeur de taxi;chauffeur VTC;taxi|taxi driver;private hire driver;chauffeur
transport-planner|transport|logistics-manager,freight-forwarder,fleet-manager|exploitant transport;agent d'exploitation transport;affréteur;gestionnaire transport;planificateur transport;dispatcheur|transport planner;transport coordinator;traffic operator;dispatcher;haulage planner;traffic clerk
fleet-manager|transport|transport-planner|gestionnaire de parc automobile;responsable de flotte;responsable transport|fleet manager;transport manager
freight-forwarder|transport|customs-declarant,transport-planner|agent de transit;transitaire;commissionnaire de transport;agent de fret|freight forwarder;forwarding agent;shipping clerk;import export clerk
customs-declarant|transport|freight-forwarder|déclarant en douane;déclarant douane|customs declarant;customs broker;customs clerk
postal-carrier|transport|delivery-driver,courier|facteur;préposé au courrier|postal carrier;postman;mail carrier;letter carrier;postal worker
crane-operator|construction|excavator-operator,forklift-driver|grutier;conducteur de grue;pontier|crane operator;tower crane operator;overhead crane operator
excavator-operator|construction|crane-operator,earthworker,truck-driver|conducteur d'engins de chantier;conducteur de pelle;pelliste;conducteur d'engins;conducteur de travaux publics engins|excavator operator;plant operator;digger driver;heavy equipment operator
nursing-assistant|care|home-carer,care-worker,nurse,hospital-porter|aide-soignant;aide soignante;AS de nuit;aide-soignant diplômé d'État;soignant en EHPAD;faisant fonction d'aide-soignant|nursing assistant;healthcare assistant;nurse aide;care assistant;nursing auxiliary;nurse's aide;HCA;certified nursing assistant
home-carer|care|nursing-assistant,care-worker,housekeeper-home|auxiliaire de vie;auxiliaire de vie sociale;aide à domicile;assistant de vie;auxiliaire de vie à domicile;assistant de vie aux familles;intervenant à domicile|home carer;home care assistant;domiciliary carer;care aide;personal care aide;live-in carer
care-worker|care|home-carer,nursing-assistant,educator|accompagnant éducatif et social;aide médico-psychologique;AES;AMP|care worker;support worker;residential care worker;personal assistant disability
nurse|care|nursing-assistant,nurse-anaesthetist,scrub-nurse,nursery-nurse|infirmier;infirmier diplômé d'État;IDE;infirmier en soins généraux;infirmier coordinateur|nurse;registered nurse;staff nurse;RN;general nurse;ward nurse
scrub-nurse|care|nurse|infirmier de bloc opératoire;IBODE|theatre nurse;scrub nurse;operating room nurse
nurse-anaesthetist|care|nurse|infirmier anesthésiste;IADE|nurse anaesthetist;anaesthetic nurse
health-manager|care|nurse|cadre de santé;infirmier chef;responsable de soins|ward manager;nurse manager;matron;care home manager;head nurse
midwife|care|nurse|sage-femme;maïeuticien|midwife
doctor|care||médecin;médecin généraliste;praticien hospitalier|doctor;physician;general practitioner;GP
dentist|care|dental-assistant|dentiste;chirurgien-dentiste|dentist;dental surgeon
dental-assistant|care|medical-secretary,nursing-assistant|assistant dentaire;aide dentaire;assistante en orthodontie|dental assistant;dental nurse
physiotherapist|care|osteopath,occupational-therapist|kinésithérapeute;masseur-kinésithérapeute|physiotherapist;physical therapist
occupational-therapist|care|physiotherapist|ergothérapeute|occupational therapist
osteopath|care|physiotherapist|ostéopathe|osteopath
speech-therapist|care||orthophoniste|speech therapist;speech and language therapist
psychologist|care||psychologue|psychologist
dietitian|care||diététicien;nutritionniste|dietitian;dietician;nutritionist
pharmacist|care|pharmacy-technician|pharmacien|pharmacist
pharmacy-technician|care|pharmacist,drugstore-salesperson|préparateur en pharmacie;préparateur en officine|pharmacy technician;pharmacy assistant;dispensing assistant;pharmacy dispenser
drugstore-salesperson|sales|pharmacy-technician,salesperson|conseiller en parapharmacie;dermoconseiller;vendeur en parapharmacie|drugstore assistant;skincare adviser
lab-technician|science|quality-technician|technicien de laboratoire;technicien de laboratoire médical;laborantin;technicien d'analyses biomédicales;préleveur|lab technician;laboratory technician;medical laboratory technician;biomedical scientist
radiographer|care||manipulateur en électroradiologie;manipulateur radio;MERM|radiographer;x-ray technician;radiologic technologist
ambulance-driver|care|taxi-driver,nursing-assistant|ambulancier;auxiliaire ambulancier|ambulance driver;ambulance technician;paramedic;ambulance care assistant
hospital-porter|care|nursing-assistant,cleaner,ash|brancardier|hospital porter;patient transporter
ash|cleaning|cleaner,nursing-assistant,hospital-porter|agent de service hospitalier;ASH;agent des services hospitaliers;agent de bionettoyage|hospital cleaner;ward housekeeper;hospital domestic
nursery-nurse|childcare|childminder,nursery-assistant,nurse|auxiliaire de puériculture|nursery nurse;paediatric care assistant
nursery-assistant|childcare|nursery-nurse,childminder,school-assistant|assistant petite enfance;agent de crèche;CAP petite enfance;animateur petite enfance;accompagnant éducatif petite enfance;aide éducateur de jeunes enfants|nursery assistant;childcare assistant;early years practitioner;daycare worker;creche assistant;early childhood assistant
childminder|childcare|nursery-assistant|assistante maternelle;nourrice;garde d'enfants;baby-sitter|childminder;babysitter;au pair
early-educator|childcare|nursery-nurse,educator,nursery-assistant|éducateur de jeunes enfants;EJE;directeur de crèche;responsable de structure petite enfance;référent technique micro-crèche|early childhood educator;early years teacher;nursery manager;childcare centre manager
school-assistant|education|nursery-assistant,educator,activity-leader|ATSEM;AESH;accompagnant d'élèves en situation de handicap;assistant d'éducation;surveillant scolaire|teaching assistant;classroom assistant;learning support assistant;school aide
activity-leader|education|school-assistant,educator,sports-coach|animateur;animateur périscolaire;animateur socioculturel;animateur de centre de loisirs;directeur de centre de loisirs|activity leader;youth worker;playworker;after-school club leader;camp counsellor
educator|social|care-worker,social-worker,activity-leader|éducateur spécialisé;moniteur éducateur;éducateur|special needs educator;social educator;youth counsellor;residential childcare worker
social-worker|social|educator,job-counsellor|assistant de service social;assistant social;travailleur social;conseiller en économie sociale et familiale;CESF|social worker;caseworker
job-counsellor|social|recruiter,social-worker,trainer|conseiller en insertion professionnelle;conseiller emploi;conseiller en évolution professionnelle;conseiller d'orientation|employment adviser;career counsellor;job coach;careers adviser
chef|kitchen|cook,sous-chef,catering-manager|chef de cuisine;chef cuisinier;second de cuisine;sous-chef de cuisine;chef de partie|head chef;chef;sous chef;executive chef;chef de partie;section chef
sous-chef|kitchen|chef,cook|chef adjoint|second chef;deputy chef
cook|kitchen|chef,kitchen-assistant,pizza-cook,sous-chef|cuisinier;commis de cuisine;cuisinier de collectivité;demi-chef de partie|cook;line cook;commis chef;school cook;canteen cook
pizza-cook|kitchen|cook,kitchen-assistant|pizzaïolo|pizza chef;pizza maker;pizza cook
kitchen-assistant|kitchen|cook,dishwasher,fast-food-worker|aide de cuisine;agent polyvalent de restauration;aide cuisinier;employé de restauration;agent de restauration|kitchen assistant;kitchen porter;kitchen hand;catering assistant;food service assistant;canteen assistant
dishwasher|kitchen|kitchen-assistant|plongeur;officier de cuisine|dishwasher;kitchen steward;pot washer
fast-food-worker|hospitality|kitchen-assistant,waiter,cashier|équipier de restauration rapide;employé polyvalent de restauration rapide;équipier polyvalent|fast food worker;crew member;fast food team member
pastry-chef|bakery|baker,chocolatier,cook|pâtissier;chef pâtissier;commis pâtissier;pâtissier tourier|pastry chef;pastry cook;patissier;cake maker
baker|bakery|pastry-chef,bakery-salesperson|boulanger;ouvrier boulanger;boulanger tourier;tourier|baker;bread maker;artisan baker;bakery worker
chocolatier|bakery|pastry-chef|chocolatier;confiseur;glacier|chocolatier;confectioner
bakery-salesperson|sales|salesperson,baker,cashier|vendeur en boulangerie;vendeuse en boulangerie pâtisserie|bakery sales assistant;bakery counter assistant
butcher|food|fishmonger,delicatessen,cook|boucher;ouvrier boucher;boucher charcutier;désosseur|butcher;meat cutter;boner
delicatessen|food|butcher|charcutier;charcutier traiteur;traiteur|delicatessen maker;pork butcher
fishmonger|food|butcher|poissonnier;écailler|fishmonger;fish seller
cheesemaker|food|dairy-farmer|fromager;crémier|cheesemaker;cheesemonger
waiter|hospitality|head-waiter,bartender,fast-food-worker,catering-manager|serveur;serveur en restaurant;commis de salle;chef de rang;demi-chef de rang;employé de salle|waiter;waitress;server;section waiter;table server;food server;commis waiter;chef de rang;station waiter
head-waiter|hospitality|waiter,sommelier,restaurant-manager|maître d'hôtel;premier chef de rang;responsable de salle;chef de salle|head waiter;maître d'hôtel;dining room supervisor;restaurant supervisor
sommelier|hospitality|head-waiter,wine-seller|sommelier;chef sommelier|sommelier;wine waiter;wine steward
bartender|hospitality|waiter,barista|barman;barmaid;serveur en bar;chef de bar;limonadier;garçon de café|bartender;barman;mixologist;bar staff;bar supervisor
barista|hospitality|bartender,waiter,fast-food-worker|barista|barista;coffee shop assistant
restaurant-manager|hospitality|head-waiter,catering-manager,hotel-manager|directeur de restaurant;responsable de restaurant;assistant manager restauration|restaurant manager;food and beverage manager;restaurant assistant manager
catering-manager|hospitality|restaurant-manager,chef|responsable de restauration collective;gérant de cuisine collective;responsable traiteur|catering manager;canteen manager
hotel-receptionist|hospitality|receptionist,night-auditor,hotel-manager,concierge|réceptionniste d'hôtel;réceptionniste en hôtellerie;réceptionniste tournant;réceptionniste hôtel|hotel receptionist;front desk agent;front office agent;guest service agent;front desk clerk
night-auditor|hospitality|hotel-receptionist|veilleur de nuit;réceptionniste de nuit;night auditor|night auditor;night porter;night receptionist
concierge|hospitality|hotel-receptionist|concierge d'hôtel;clef d'or|concierge;bellboy;valet
housekeeper|hospitality|cleaner,head-housekeeper,housekeeper-home|femme de chambre;valet de chambre;employé d'étage;agent d'étage|housekeeper;room attendant;chambermaid;hotel cleaner;room cleaner
head-housekeeper|hospitality|housekeeper|gouvernante;gouvernante d'hôtel;gouvernante générale|head housekeeper;housekeeping supervisor;executive housekeeper
hotel-manager|hospitality|restaurant-manager,hotel-receptionist|directeur d'hôtel;directeur d'hébergement;assistant de direction hôtel|hotel manager;hotel general manager;accommodation manager
linen-keeper|hospitality|laundry-worker|lingère;responsable lingerie;responsable linge;économe;responsable économat|linen keeper;linen room attendant;linen and stores manager
travel-agent|tourism|tour-guide,hotel-receptionist|agent de voyages;conseiller voyages;agent de comptoir|travel agent;travel consultant
tour-guide|tourism|travel-agent|guide touristique|tour guide;museum guide
airport-agent|tourism|hotel-receptionist,flight-attendant,station-agent|agent d'escale;agent d'accueil aéroport;bagagiste aéroport|airport agent;passenger service agent;ground staff;check-in agent
station-agent|tourism|airport-agent,receptionist|agent commercial en gare;agent d'accueil en gare;contrôleur de train;agent SNCF;agent commercial train;chef de bord;steward ferroviaire|railway station agent;station ticket agent;train conductor;station assistant;ticket clerk;ticket inspector
flight-attendant|tourism|airport-agent|hôtesse de l'air;steward;personnel navigant commercial;PNC;steward croisière|flight attendant;cabin crew;air steward;cruise ship steward
site-manager|construction|works-foreman,project-manager-construction,quantity-surveyor|conducteur de travaux;conducteur de travaux bâtiment;conducteur de travaux gros œuvre;chargé d'affaires travaux|site manager;construction manager;works manager;building works manager;construction site manager;contracts manager construction;construction project engineer
works-foreman|construction|site-manager,bricklayer|chef de chantier;chef d'équipe gros œuvre;chef d'équipe maçonnerie;chef d'équipe bâtiment;contremaître|site foreman;works foreman;general foreman;construction supervisor;bricklaying team leader;site supervisor
project-manager-construction|construction|site-manager,architect|maître d'œuvre;chef de projet bâtiment;OPC;coordinateur de travaux;assistant à maîtrise d'ouvrage;économiste de la construction|building project manager;clerk of works;construction coordinator
quantity-surveyor|construction|site-manager,draughtsman|métreur;chargé d'études de prix;deviseur;chiffreur|quantity surveyor;cost estimator;estimator;bid engineer
works-assistant|admin|secretary,admin-assistant|assistant travaux;assistant conducteur de travaux administratif;secrétaire de chantier|works assistant;construction secretary;site secretary;site administrator
architect|construction|draughtsman|architecte|architect
draughtsman|engineering|architect,design-engineer|dessinateur;dessinateur projeteur;projeteur;dessinateur en bâtiment;dessinateur industriel|draughtsman;draftsman;cad technician;drafter;cad operator
land-surveyor|construction||géomètre;géomètre topographe;technicien géomètre;topographe|land surveyor;surveyor;survey technician
bricklayer|construction|form-setter,works-foreman,labourer,plasterer|maçon;maçon coffreur;maçon finisseur;ouvrier maçon;maçon VRD|bricklayer;mason;brickmason
form-setter|construction|bricklayer,steel-fixer|coffreur;coffreur bancheur;coffreur boiseur|formworker;shuttering carpenter;formwork carpenter
steel-fixer|construction|form-setter|ferrailleur;armaturier|steel fixer;rebar worker
labourer|construction|bricklayer,earthworker|manœuvre;manœuvre bâtiment;ouvrier du bâtiment;aide maçon;ouvrier polyvalent du bâtiment|construction labourer;building labourer;general labourer;site labourer
earthworker|construction|excavator-operator,labourer|terrassier;ouvrier VRD;canalisateur;ouvrier routier;constructeur de routes;ouvrier de travaux publics;poseur de bordures;applicateur d'enrobés;poseur de canalisations;paveur|groundworker;road worker;drainlayer;pipelayer;civil works labourer;pipe layer;paver;asphalt layer
carpenter|construction|joiner,roofer|charpentier;charpentier bois;constructeur bois;charpentier couvreur|carpenter;timber framer;roof carpenter
joiner|wood|carpenter,cabinetmaker,shopfitter|menuisier;menuisier poseur;menuisier d'atelier;poseur de menuiseries;menuisier agenceur;menuisier aluminium|joiner;bench joiner;window fitter;carpenter joiner;woodworker;site joiner
cabinetmaker|wood|joiner,furniture-restorer|ébéniste;agenceur|cabinetmaker;cabinet maker;furniture maker
shopfitter|wood|joiner,cabinetmaker|poseur de cuisines;cuisiniste poseur;installateur de cuisines|shopfitter;kitchen fitter;fitter of kitchens;kitchen installer
furniture-restorer|wood|cabinetmaker|tapissier;restaurateur de meubles;tapissier décorateur|upholsterer;furniture restorer
roofer|construction|carpenter|couvreur;couvreur zingueur;zingueur|roofer;roofing worker;waterproofer
plumber|installation|heating-engineer,pipefitter|plombier;plombier chauffagiste;installateur sanitaire;plombier sanitaire|plumber;plumbing engineer;plumber and heating fitter;plumbing installer
heating-engineer|installation|plumber,hvac-technician|chauffagiste;monteur en chauffage;technicien chauffage;technicien de maintenance chauffage;monteur en installations thermiques|heating engineer;heating installer;gas engineer;boiler technician;heating technician
hvac-technician|installation|heating-engineer,refrigeration-technician|technicien CVC;technicien climatisation;climaticien;technicien génie climatique;technicien en pompes à chaleur|hvac technician;air conditioning technician;ventilation technician
refrigeration-technician|installation|hvac-technician|frigoriste;technicien frigoriste;monteur frigoriste;dépanneur frigoriste|refrigeration technician;refrigeration engineer
electrician|installation|industrial-electrician,maintenance-technician,cable-fitter|électricien;électricien bâtiment;électricien du bâtiment;monteur électricien;électricien d'équipement;installateur électricien;artisan électricien|electrician;building electrician;electrical fitter;domestic electrician;electrical installer;wireman
industrial-electrician|installation|electrician,maintenance-technician,automation-technician|électricien industriel;électrotechnicien;électromécanicien|industrial electrician;electrical technician;electromechanical technician
cable-fitter|installation|electrician,telecom-technician|câbleur;tireur de câbles|cable fitter;cabling technician;cable installer
telecom-technician|installation|cable-fitter,electrician,network-technician|technicien fibre optique;technicien télécom;monteur raccordeur fibre;technicien d'intervention télécom;raccordeur fibre;technicien FTTH;technicien raccordement abonnés|telecom technician;fibre optic technician;fibre installer;field technician telecom;fibre technician;FTTH installer;fibre splicer
solar-installer|installation|electrician,roofer|installateur de panneaux solaires;poseur de panneaux photovoltaïques;technicien photovoltaïque|solar installer;photovoltaic installer;solar panel fitter
lift-technician|installation|maintenance-technician,electrician|technicien ascenseur|lift engineer;elevator technician
painter|construction|plasterer,floor-layer,industrial-painter|peintre;peintre en bâtiment;peintre décorateur;peintre plaquiste|painter;painter and decorator;house painter;decorator
plasterer|construction|painter,bricklayer|plâtrier;plaquiste;plâtrier plaquiste;jointeur;poseur de cloisons;poseur de faux plafonds;jointeur plaquiste|plasterer;drywaller;dryliner;drywall installer;ceiling fixer;partition installer
tiler|construction|floor-layer,bricklayer|carreleur;carreleur mosaïste;solier;solier moquettiste;parqueteur|tiler;floor tiler;wall and floor tiler
floor-layer|construction|tiler,painter|poseur de revêtements;poseur de parquet;poseur de sols|floor layer;flooring installer;carpet fitter
insulation-worker|construction|plasterer|calorifugeur;isolateur;technicien en isolation|insulation installer;insulator;lagger
scaffolder|construction|labourer,roofer|échafaudeur;monteur d'échafaudages|scaffolder;scaffold erector
metalworker|metal|welder,locksmith,boilermaker|métallier;serrurier métallier;ferronnier;charpentier métallique;monteur en structures métalliques|metalworker;structural steel erector;metal fabricator;blacksmith
locksmith|metal|metalworker|serrurier;serrurier dépanneur|locksmith
welder|metal|boilermaker,pipefitter,metalworker|soudeur;soudeur TIG;soudeur MIG MAG;soudeur à l'arc;opérateur en soudage;soudeur tuyauterie;soudeur semi-automatique;soudeur TIG tuyauterie inox|welder;TIG welder;MIG welder;arc welder;pipe welder;welding operator;coded welder;stick welder
boilermaker|metal|welder,pipefitter,metalworker,sheet-metal-worker|chaudronnier;chaudronnier soudeur;chaudronnier formeur;traceur en chaudronnerie|boilermaker;plater;fabricator;plater welder
sheet-metal-worker|metal|boilermaker,metalworker|tôlier;tôlier industriel;opérateur en tôlerie;plieur tôlerie|sheet metal worker;sheet metal fabricator
pipefitter|metal|welder,plumber,boilermaker|tuyauteur;tuyauteur industriel;tuyauteur soudeur;monteur tuyauteur|pipefitter;pipe fitter;steamfitter
machinist|industry|machine-setter,toolmaker,production-operator|tourneur;fraiseur;tourneur fraiseur;usineur;opérateur d'usinage;opérateur sur commande numérique;opérateur régleur commande numérique;fraiseur CN;tourneur CN;opérateur CNC;technicien d'usinage;décolleteur;rectifieur|machinist;cnc machinist;cnc operator;turner;milling machine operator;lathe operator;cnc turner;cnc setter operator;machining technician;precision machinist
machine-setter|industry|machinist,production-operator|régleur;régleur sur machine;monteur régleur;technicien régleur|machine setter;setter operator;tool setter
toolmaker|industry|machinist|outilleur;ajusteur outilleur;mouliste;ajusteur monteur|toolmaker;tool and die maker;mould maker;bench fitter
production-operator|industry|machine-operator,packer,assembler|opérateur de production;agent de production;ouvrier de production;agent de fabrication;opérateur de fabrication;ouvrier d'usine;opérateur polyvalent|production operator;production operative;factory worker;manufacturing operative;process operator
machine-operator|industry|production-operator,machine-setter|conducteur de ligne;conducteur de machine;opérateur machine;conducteur de ligne de production;conducteur d'installation automatisée;conducteur d'installation;pilote d'installation|machine operator;line operator;production line operator;machine minder
assembler|industry|production-operator,cable-fitter|monteur|assembler;assembly operator;assembly worker;assembly line worker
plastics-operator|industry|machine-operator|opérateur en plasturgie;monteur régleur en injection plastique;opérateur injection|plastics operator;injection moulding operator;injection moulding technician
industrial-painter|industry|painter|peintre industriel;peintre en carrosserie industrielle;thermolaqueur|industrial painter;powder coater
food-operator|industry|production-operator,butcher|opérateur agroalimentaire;agent de production agroalimentaire;ouvrier agroalimentaire;conducteur de ligne agroalimentaire|food production operative;food process worker;food factory operative
printing-operator|industry|machine-operator|imprimeur;conducteur offset;sérigraphe;conducteur de presse|printer;printing press operator;offset printer;prepress technician
maintenance-technician|maintenance|industrial-electrician,automation-technician,mechanic,maintenance-manager|technicien de maintenance;technicien de maintenance industrielle;agent de maintenance;mécanicien de maintenance;électromécanicien de maintenance;dépanneur industriel|maintenance technician;maintenance engineer;industrial maintenance technician;maintenance fitter;maintenance electrician;industrial mechanic
building-caretaker|maintenance|maintenance-technician,concierge-building|agent de maintenance des bâtiments;agent technique;homme toutes mains;factotum;agent d'entretien du bâtiment;technicien polyvalent bâtiment;ouvrier d'entretien|handyman;building maintenance worker;facilities technician;caretaker maintenance
maintenance-manager|maintenance|maintenance-technician|responsable maintenance;chef d'équipe maintenance;responsable technique|maintenance manager;maintenance supervisor;technical manager
automation-technician|maintenance|maintenance-technician,industrial-electrician|automaticien;technicien automatisme;roboticien;automaticien programmeur;ingénieur automaticien;ingénieur automatisme|automation technician;plc programmer;controls engineer;automation engineer;robot technician
mechanic|automotive|truck-mechanic,bodywork-repairer,maintenance-technician|mécanicien automobile;mécanicien;mécanicien auto;technicien automobile;garagiste;mécanicien réparateur automobile;technicien après-vente automobile|car mechanic;auto mechanic;automotive technician;vehicle technician;motor mechanic;mechanic
truck-mechanic|automotive|mechanic,agri-mechanic|mécanicien poids lourds;mécanicien PL;mécanicien d'engins;mécanicien engins de chantier|truck mechanic;hgv technician;heavy vehicle mechanic;plant mechanic;diesel mechanic
agri-mechanic|automotive|truck-mechanic|mécanicien agricole;technicien en matériel agricole|agricultural mechanic;farm machinery mechanic
bodywork-repairer|automotive|mechanic,industrial-painter|carrossier;carrossier peintre;tôlier automobile;carrossier réparateur|bodywork repairer;panel beater;body shop technician;auto body repairer
tyre-fitter|automotive|mechanic|monteur de pneus;monteur pneumatiques;opérateur service rapide|tyre fitter;tire technician
car-salesperson|sales|sales-rep,salesperson|vendeur automobile;conseiller commercial automobile|car salesperson;car sales executive
aircraft-mechanic|aeronautics|maintenance-technician,aircraft-fitter|mécanicien aéronautique;mécanicien avion;technicien aéronautique|aircraft mechanic;aircraft maintenance technician;licensed aircraft engineer
aircraft-fitter|aeronautics|aircraft-mechanic,assembler|ajusteur monteur aéronautique;monteur structures aéronefs;stratifieur composite|aircraft fitter;aircraft structures assembler
quality-technician|quality|quality-inspector,quality-manager,lab-technician|technicien qualité;assistant qualité;animateur qualité;technicien méthodes qualité;secrétaire qualité|quality technician;quality assistant;quality assurance technician
quality-inspector|quality|quality-technician|contrôleur qualité;agent de contrôle qualité;contrôleur;contrôleur dimensionnel|quality inspector;quality controller;qc inspector
quality-manager|quality|quality-technician,hse-manager|responsable qualité;responsable QHSE|quality manager;qa manager;qhse manager
hse-manager|quality|quality-manager|responsable HSE;animateur sécurité;coordinateur SPS;préventeur;technicien HSE;ingénieur sécurité;chargé de prévention;conseiller en prévention;responsable sécurité environnement;animateur QHSE;chargé HSE|hse manager;safety officer;health and safety adviser;ehs coordinator;safety engineer;HSE technician;safety coordinator;HSE officer
ndt-inspector|quality|quality-inspector,welder|contrôleur CND;inspecteur soudage;technicien en contrôle non destructif|ndt technician;welding inspector;nondestructive testing technician
production-manager|industry|team-leader,methods-technician|responsable de production;chef d'atelier;responsable d'atelier;directeur d'usine|production manager;plant manager;factory manager;manufacturing manager
team-leader|industry|production-manager,production-operator|chef d'équipe;chef d'équipe production;chef de ligne;animateur d'équipe;agent de maîtrise production|team leader;production supervisor;shift supervisor;line leader;shift leader
production-planner|industry|supply-planner,methods-technician|ordonnanceur;gestionnaire de production;technicien ordonnancement;planificateur de production|production planner;production scheduler;planning technician
methods-technician|industry|design-engineer,production-planner|technicien méthodes;ingénieur méthodes;technicien industrialisation;ingénieur process;préparateur méthodes;ingénieur industrialisation;ingénieur amélioration continue;responsable méthodes;ingénieur procédés;technicien procédés|methods engineer;process engineer;industrial engineer;manufacturing engineer;continuous improvement engineer
design-engineer|engineering|draughtsman,methods-technician|ingénieur d'études;ingénieur mécanique;concepteur mécanique;ingénieur bureau d'études;technicien bureau d'études;ingénieur conception;ingénieur mécanicien;ingénieur conception mécanique|design engineer;mechanical engineer;design technician;mechanical design engineer
civil-engineer|engineering|site-manager,draughtsman|ingénieur génie civil;ingénieur béton|civil engineer
electrical-engineer|engineering|automation-technician|ingénieur électricité;ingénieur électrotechnique;chargé d'affaires électricité|electrical engineer
business-engineer|engineering|site-manager,sales-engineer|chargé d'affaires;responsable d'affaires;ingénieur d'affaires|project engineer;contract engineer;business engineer
farm-worker|agriculture|market-gardener,vineyard-worker,livestock-farmer|ouvrier agricole;ouvrier polyvalent agricole;salarié agricole;conducteur d'engins agricoles;tractoriste;conducteur de tracteur;chauffeur de tracteur;conducteur de moissonneuse;agent de conduite de machines agricoles|farm worker;farm labourer;agricultural worker;tractor driver;farmhand;agricultural machine operator;agricultural machinery operator;combine driver
vineyard-worker|agriculture|farm-worker,cellar-worker,arborist-fruit|ouvrier viticole;ouvrier de la vigne;tailleur de vigne;tractoriste viticole;ouvrier viticole tractoriste;viticulteur;ouvrier vigneron|vineyard worker;vine grower;vineyard tractor operator;viticulture worker;vineyard hand;vine pruner
cellar-worker|agriculture|vineyard-worker,oenologist|caviste de chai;ouvrier de chai;aide-caviste|cellar hand;cellar worker;winery worker
oenologist|agriculture|cellar-worker|œnologue|oenologist;enologist
wine-seller|sales|sommelier,salesperson|caviste;vendeur en vins;conseiller en vins|wine merchant;wine shop assistant;wine seller;wine shop keeper
market-gardener|agriculture|farm-worker,landscaper,nursery-gardener|maraîcher;ouvrier maraîcher;ouvrier horticole;agent de culture;horticulteur;ouvrier serriste;chef de culture maraîchère;serriste;agent de cultures légumières|market gardener;vegetable grower;greenhouse worker;horticultural worker;vegetable farm worker;grower
nursery-gardener|agriculture|market-gardener,landscaper|pépiniériste;ouvrier pépiniériste|nursery gardener;plant nursery worker;nurseryman
arborist-fruit|agriculture|vineyard-worker,market-gardener|arboriculteur;ouvrier arboricole;cueilleur;saisonnier agricole;ouvrier en arboriculture;vendangeur;ramasseur de fruits;ouvrier saisonnier;tailleur d'arbres fruitiers|orchard worker;fruit grower;fruit picker;harvest worker;grape picker;seasonal farm worker
livestock-farmer|agriculture|farm-worker,dairy-farmer|éleveur;agent d'élevage;ouvrier d'élevage;porcher;aviculteur;berger;vacher;chevrier;apiculteur|livestock farmer;stockman;herdsman;shepherd;livestock worker;pig farmer;poultry farmer;beekeeper
dairy-farmer|agriculture|livestock-farmer|trayeur;ouvrier en élevage laitier;agent d'élevage laitier|dairy farmer;milker;dairy hand;milking operative
farm-manager|agriculture|farm-worker|chef de culture;exploitant agricole;responsable d'exploitation agricole;agriculteur|farm manager;farmer;crop manager
landscaper|agriculture|nursery-gardener,tree-surgeon|paysagiste;ouvrier paysagiste;jardinier paysagiste;chef d'équipe paysage;agent d'entretien des espaces verts;jardinier;jardinier d'espaces verts;intendant de terrain|landscaper;landscape gardener;gardener;groundskeeper;grounds maintenance operative;greenkeeper
tree-surgeon|agriculture|landscaper,forestry-worker|élagueur;élagueur grimpeur;arboriste|tree surgeon;arborist;tree climber
forestry-worker|agriculture|tree-surgeon|bûcheron;ouvrier forestier;sylviculteur;conducteur d'engins forestiers|forestry worker;forest worker
fisherman|agriculture||marin pêcheur;pêcheur;ostréiculteur;aquaculteur;conchyliculteur;pisciculteur|fisherman;fish farmer;oyster farmer;aquaculture worker
vet-assistant|animal|groomer|assistant vétérinaire;auxiliaire vétérinaire;auxiliaire spécialisé vétérinaire|veterinary assistant;veterinary nurse;vet nurse
groomer|animal|vet-assistant|toiletteur|groomer;groom;dog groomer
accountant|accounting|accounting-clerk,payroll-clerk,auditor,management-controller|comptable;comptable général;comptable unique;comptable confirmé;comptable en cabinet|accountant;staff accountant;general ledger accountant;bookkeeper;financial accountant;sole accountant;general accountant
accounting-clerk|accounting|accountant,billing-clerk,payroll-clerk|assistant comptable;aide-comptable;assistant de comptabilité;agent comptable|accounting assistant;accounts clerk;accounts assistant;accounting clerk;bookkeeping clerk
billing-clerk|accounting|accounting-clerk,sales-admin|assistant facturation;chargé de facturation;agent de facturation;employé de facturation;gestionnaire de facturation|billing clerk;billing assistant;invoicing clerk;invoice clerk
credit-collector|accounting|accounting-clerk|chargé de recouvrement;agent de recouvrement;credit manager;chargé de recouvrement téléphonique;gestionnaire de recouvrement amiable|credit controller;debt collector;collections officer;collections agent
chartered-accountant|accounting|accountant,auditor|expert-comptable;expert-comptable stagiaire|chartered accountant;certified public accountant;CPA
auditor|accounting|accountant,chartered-accountant|auditeur;auditeur financier;commissaire aux comptes;auditeur interne;contrôleur interne;inspecteur bancaire|auditor;internal auditor;audit associate;internal controller
management-controller|accounting|accountant,financial-analyst|contrôleur de gestion;contrôleur financier;DAF;responsable administratif et financier|management controller;management accountant;cost controller;cfo
financial-analyst|finance|management-controller|analyste financier;trésorier;chargé d'études financières;cash manager;responsable trésorerie|financial analyst;treasurer;treasury analyst;treasury manager
payroll-clerk|hr|hr-admin,accountant,accounting-clerk|gestionnaire de paie;gestionnaire paie;gestionnaire paie et administration du personnel;technicien de paie;assistant paie;collaborateur social;gestionnaire de paie et ADP;chargé de paie;comptable paie|payroll clerk;payroll officer;payroll administrator;payroll specialist;payroll assistant;payroll accountant
hr-admin|hr|payroll-clerk,hr-manager,recruiter|assistant RH;assistant ressources humaines;chargé de ressources humaines;chargé RH;gestionnaire RH;gestionnaire administration du personnel;chargé de mission RH;assistant de formation;chargé de formation;assistant de recrutement|hr assistant;hr administrator;hr officer;human resources assistant;hr generalist;personnel officer;training coordinator
hr-manager|hr|hr-admin,recruiter,labour-lawyer|responsable ressources humaines;directeur des ressources humaines;DRH;RRH;responsable RH;HR business partner;généraliste RH|hr manager;human resources manager;head of hr;hr director;hr business partner;human resources director
recruiter|hr|hr-admin,job-counsellor,temp-consultant|chargé de recrutement;recruteur;consultant en recrutement;chargé de recrutement IT;talent acquisition;responsable recrutement;chasseur de têtes|recruiter;recruitment consultant;talent acquisition specialist;technical recruiter;it recruiter;recruitment officer;headhunter;sourcer;talent partner
temp-consultant|hr|recruiter,sales-rep|attaché commercial intérim;consultant intérim;chargé d'agence;responsable d'agence d'emploi;assistant d'agence d'intérim|temp agency consultant;staffing consultant;branch manager staffing
labour-lawyer|law|lawyer,hr-manager,paralegal|juriste en droit social;juriste droit social;juriste droit du travail;avocat en droit social;juriste social;conseiller juridique social;responsable droit social|employment lawyer;employment law counsel;labour lawyer;employment law adviser;labour law specialist;employment counsel;in-house employment lawyer
lawyer|law|labour-lawyer,paralegal,notary-clerk|juriste;avocat;juriste d'entreprise;juriste contrats;responsable juridique;conseiller juridique;juriste en droit des affaires;directeur juridique;juriste corporate|lawyer;legal counsel;solicitor;in-house counsel;legal adviser;barrister;corporate lawyer;contracts lawyer;general counsel;contracts manager legal
paralegal|law|legal-secretary,lawyer|parajuriste;clerc;assistant juriste|paralegal;legal assistant;legal executive
legal-secretary|admin|secretary,medical-secretary|assistant juridique;secrétaire juridique;greffier|legal secretary;law firm secretary
notary-clerk|law|lawyer,notary|clerc de notaire;assistant notarial;rédacteur d'actes;collaborateur de notaire;formaliste|notary clerk;notarial clerk;conveyancer;notary assistant;conveyancing clerk
secretary|admin|executive-assistant,receptionist,admin-assistant,data-entry-clerk|secrétaire;secrétaire administrative;secrétaire polyvalente;secrétaire bureautique;secrétaire en cabinet;secrétaire de direction|secretary;administrative secretary;office secretary
admin-assistant|admin|secretary,receptionist,data-entry-clerk,executive-assistant|assistant administratif;agent administratif;employé administratif;assistant polyvalent;gestionnaire administratif;employé de bureau;assistant de projet;assistant commercial et administratif|administrative assistant;office assistant;admin assistant;office clerk;administrator;office administrator;clerk;warehouse office assistant;production office assistant;project assistant;administrative officer
executive-assistant|admin|secretary,admin-assistant,office-manager|assistant de direction;assistant exécutif;assistante du président|executive assistant;personal assistant;PA to director;management assistant
office-manager|admin|executive-assistant|office manager;responsable administratif|office manager;administrative manager
medical-secretary|admin|secretary,receptionist,dental-assistant|secrétaire médicale;assistant médico-administratif;télésecrétaire médicale;secrétaire médico-sociale|medical secretary;medical receptionist;medical administrator
school-secretary|admin|secretary|secrétaire de vie scolaire;secrétaire pédagogique;assistant pédagogique;secrétaire scolaire|school secretary;school office assistant;school administrator
receptionist|admin|hotel-receptionist,secretary|hôtesse d'accueil;agent d'accueil;standardiste;réceptionniste;chargé d'accueil;hôte d'accueil;standardiste réceptionniste|receptionist;front desk receptionist;switchboard operator;welcome agent;front of house host;welcome desk agent
data-entry-clerk|admin|admin-assistant,secretary|opérateur de saisie;agent de saisie;dactylo|data entry clerk;data entry operator;typist
archivist|culture|librarian|archiviste;documentaliste;gestionnaire de documentation|archivist;records manager;document controller;information officer
sales-admin|sales|admin-assistant,customer-service|assistant commercial;assistant administration des ventes;gestionnaire ADV;assistant ADV;assistant des ventes;gestionnaire de commandes|sales administrator;sales administration assistant;sales support assistant;order entry clerk;sales coordinator;inside sales assistant;sales assistant office;order administrator
sales-rep|sales|sales-engineer,counter-sales,key-account-manager,telesales|commercial;attaché commercial;commercial itinérant;commercial terrain;délégué commercial;représentant;VRP;agent commercial;conseiller commercial;chargé de clientèle;chargé d'affaires commercial;commercial sédentaire|sales representative;sales rep;field sales representative;sales executive;account executive;travelling salesperson;business development representative;sales agent
sales-engineer|sales|sales-rep,counter-sales,key-account-manager,business-engineer|technico-commercial;technico-commercial B2B;ingénieur commercial;ingénieur technico-commercial;attaché technico-commercial;commercial technique|sales engineer;technical sales representative;technical sales engineer;field sales engineer;technical salesperson
key-account-manager|sales|sales-rep,sales-manager|responsable grands comptes;responsable comptes clés;key account manager;chef de secteur;responsable de secteur|key account manager;territory manager;area sales manager
sales-manager|sales|key-account-manager,store-manager|directeur commercial;responsable commercial;chef des ventes;responsable des ventes;manager commercial|sales manager;head of sales;sales director;commercial manager
counter-sales|sales|salesperson,sales-rep,sales-engineer|vendeur comptoir;vendeur comptoir négoce;technico-commercial sédentaire;magasinier vendeur comptoir|trade counter salesperson;counter sales assistant;trade counter assistant
telesales|sales|customer-service,sales-rep|télévendeur;téléconseiller vente;téléprospecteur|telesales agent;telemarketer;call centre sales agent
customer-service|sales|telesales,sales-admin,receptionist|conseiller clientèle;chargé de relation client;conseiller client;conseiller relation client;agent de service client;chargé de service après-vente|customer service adviser;customer service representative;customer service agent;customer support agent;contact centre agent;customer adviser
salesperson|sales|cashier,shelf-stacker,counter-sales,bakery-salesperson|vendeur;conseiller de vente;employé de vente;vendeur conseil;vendeur polyvalent;conseiller vendeur|salesperson;sales assistant;retail assistant;shop assistant;sales associate;retail salesperson;sales adviser;store assistant
cashier|sales|salesperson,shelf-stacker|hôte de caisse;caissier;hôtesse de caisse;employé de caisse;caissière|cashier;checkout operator;till operator;checkout assistant
shelf-stacker|sales|salesperson,cashier,order-picker|employé de rayon;employé commercial;gondolier;metteur en rayon;employé de mise en rayon|shelf stacker;stock replenisher;grocery clerk;shelf filler;night filler
trolley-collector|sales|shelf-stacker|agent de parking;ramasseur de chariots;agent de chariots|trolley collector;cart attendant;cart collector
store-manager|sales|department-manager,salesperson|responsable de magasin;directeur de magasin;gérant de magasin;responsable de boutique;responsable adjoint de magasin|store manager;shop manager;retail manager;branch manager retail
department-manager|sales|store-manager,shelf-stacker|chef de rayon;manager de rayon;responsable de rayon;second de rayon|department manager;section manager;aisle manager
buyer|purchasing|supply-planner|acheteur;responsable achats;acheteur industriel;chef de produit achat;directeur achats;chef de groupe achats|buyer;purchaser;purchasing officer;purchasing manager;procurement specialist;head of procurement
merchandiser|sales|salesperson|visual merchandiser;étalagiste;merchandiseur;décorateur étalagiste|visual merchandiser;merchandiser;window dresser
florist|sales|salesperson|fleuriste;artisan fleuriste|florist;flower arranger
estate-agent|realestate|rental-manager,sales-rep|agent immobilier;négociateur immobilier;conseiller immobilier;mandataire immobilier;commercial immobilier;agent commercial immobilier|estate agent;real estate agent;property negotiator;realtor;lettings negotiator
rental-manager|realestate|estate-agent,property-manager|gestionnaire locatif;chargé de gestion locative;gestionnaire de biens|rental manager;lettings manager;property administrator
property-manager|realestate|rental-manager|gestionnaire de copropriété;syndic;gestionnaire de syndic;principal de copropriété;assistant de copropriété|property manager;condominium manager;block manager;leasehold manager
bank-adviser|finance|insurance-adviser,bank-teller|conseiller bancaire;chargé de clientèle bancaire;conseiller clientèle particuliers;conseiller de clientèle banque;conseiller patrimonial|bank adviser;personal banker;relationship manager;banking adviser;customer adviser bank
bank-teller|finance|bank-adviser,cashier|guichetier;agent d'accueil bancaire|bank teller;bank clerk
insurance-adviser|finance|bank-adviser,claims-handler|conseiller en assurances;agent général d'assurance;courtier en assurance;chargé de clientèle assurance;souscripteur;inspecteur d'assurances;gestionnaire de contrats d'assurance|insurance adviser;insurance agent;insurance broker;underwriter;insurance underwriter
claims-handler|finance|insurance-adviser|gestionnaire sinistres;gestionnaire d'assurance;gestionnaire de contrats;rédacteur sinistres;chargé d'indemnisation|claims handler;claims adjuster;insurance administrator;claims adviser
full-stack-developer|it|backend-developer,frontend-developer,web-developer,software-engineer|développeur full stack;développeur full-stack;développeur fullstack;développeur full stack React Node.js;développeur JavaScript;concepteur d'applications web;ingénieur full stack;concepteur développeur d'applications;développeur front et back|full stack developer;full-stack engineer;fullstack software engineer;full stack software engineer;full stack web developer;javascript developer;web application engineer
frontend-developer|it|full-stack-developer,web-integrator,web-developer|développeur front-end;développeur front;développeur React;développeur Angular;développeur Vue|frontend developer;front end developer;front-end engineer;react developer;ui developer
backend-developer|it|full-stack-developer,software-engineer|développeur back-end;développeur back;développeur PHP;développeur Java;développeur Python;développeur .NET;développeur Symfony|backend developer;back end developer;java developer;php developer;python developer;.net developer;node developer
web-developer|it|full-stack-developer,web-integrator,frontend-developer|développeur web;développeur WordPress;webmaster;développeur d'applications web|web developer;wordpress developer;webmaster;web programmer
web-integrator|it|frontend-developer,web-developer,web-designer|intégrateur web;intégrateur HTML;intégrateur|web integrator;html integrator
software-engineer|it|full-stack-developer,backend-developer|ingénieur logiciel;développeur;développeur logiciel;ingénieur développement;programmeur;développeur informatique|software engineer;software developer;programmer;application developer;developer
mobile-developer|it|software-engineer,frontend-developer|développeur mobile;développeur Android;développeur iOS;développeur Flutter|mobile developer;android developer;ios developer;app developer
devops-engineer|it|sysadmin,backend-developer,cloud-engineer|ingénieur devops;devops;administrateur devops;SRE;ingénieur fiabilité;ingénieur SRE;ingénieur de production;ingénieur exploitation informatique|devops engineer;site reliability engineer;platform engineer;sre;production engineer
cloud-engineer|it|devops-engineer,sysadmin|ingénieur cloud;architecte cloud;architecte technique|cloud engineer;cloud architect
sysadmin|it|network-technician,devops-engineer,support-technician|administrateur systèmes et réseaux;administrateur système;ingénieur système;administrateur réseau;technicien systèmes et réseaux;administrateur d'infrastructures|system administrator;systems administrator;network administrator;sysadmin;infrastructure engineer;systems engineer
network-technician|it|sysadmin,support-technician,telecom-technician|technicien réseau;ingénieur réseau;technicien informatique et réseaux|network technician;network engineer
support-technician|it|sysadmin,network-technician|technicien support;technicien informatique;technicien helpdesk;technicien de maintenance informatique;technicien support utilisateurs;hotliner;technicien de proximité|it support technician;helpdesk technician;desktop support technician;it technician;service desk analyst;it support specialist
security-engineer|it|sysadmin,network-technician|ingénieur cybersécurité;consultant cybersécurité|cybersecurity engineer
data-analyst|it|data-scientist,data-engineer,bi-developer|analyste de données;data analyst;statisticien|data analyst;business intelligence analyst;statistician
data-scientist|it|data-analyst,data-engineer|data scientist;ingénieur machine learning;ingénieur IA;ingénieur intelligence artificielle;ingénieur MLOps;ingénieur en apprentissage automatique|data scientist;machine learning engineer;ai engineer;ML engineer;MLOps engineer
data-engineer|it|data-scientist,backend-developer,dba|ingénieur données;data engineer;ingénieur big data|data engineer;etl developer;big data engineer
bi-developer|it|data-analyst,data-engineer|développeur BI;consultant BI;consultant décisionnel|bi developer;bi consultant;BI analyst;reporting analyst
dba|it|data-engineer,sysadmin|administrateur de bases de données;DBA|database administrator;dba
qa-tester|it|software-engineer|testeur logiciel;testeur;ingénieur test;analyste test;qa|qa tester;software tester;qa engineer;test automation engineer
it-project-manager|it|product-owner,business-analyst|chef de projet informatique;chef de projet IT;chef de projet digital;directeur de projet informatique;chef de projet|it project manager;project manager;digital project manager;delivery manager
product-owner|it|it-project-manager,business-analyst|product owner;product manager;chef de produit digital;responsable produit numérique|product owner;product manager;digital product manager
business-analyst|it|product-owner,it-project-manager|business analyst;analyste fonctionnel;consultant fonctionnel;AMOA;consultant ERP;consultant SAP;intégrateur ERP;consultant Odoo|business analyst;functional analyst;erp consultant;sap consultant;functional consultant
ux-designer|design|web-designer,graphic-designer|ux designer;designer d'interface;ui designer;ergonome|ux designer;ui designer;ux ui designer;interaction designer
web-designer|design|graphic-designer,ux-designer,web-integrator|webdesigner;web designer|web designer
graphic-designer|design|web-designer,motion-designer|graphiste;infographiste;designer graphique;directeur artistique;maquettiste;concepteur graphique;DA;directeur de création;illustrateur|graphic designer;graphic artist;art director;layout artist;creative director;illustrator
motion-designer|design|graphic-designer,video-editor|motion designer;animateur 3D;infographiste 3D|motion designer;animator
community-manager|marketing|marketing-officer,content-writer|community manager;animateur de communauté;responsable réseaux sociaux;social media manager|community manager;social media manager;social media officer
content-writer|marketing|community-manager,journalist|rédacteur web;concepteur rédacteur;rédacteur;chargé de contenu|content writer;copywriter;content manager;web editor
marketing-officer|marketing|community-manager,communication-officer|chargé de marketing;assistant marketing;responsable marketing;chef de produit;chargé de marketing digital;chef de projet marketing|marketing officer;marketing assistant;digital marketing specialist;marketing coordinator
communication-officer|marketing|marketing-officer,event-manager|chargé de communication;responsable communication;attaché de presse;assistant communication;chargé de relations publiques;chargé de relations presse;directeur de la communication|communications officer;communication manager;press officer;pr officer;public relations manager;head of communications
event-manager|marketing|communication-officer|chargé d'événementiel;chef de projet événementiel;responsable événementiel|event manager;event coordinator;event planner
journalist|culture|content-writer|journaliste;reporter|journalist;reporter
translator|culture||traducteur;traducteur interprète|translator
librarian|culture|archivist|bibliothécaire;médiathécaire;agent de bibliothèque|librarian
bookseller|sales|salesperson,librarian|libraire|bookseller
cinematographer|film|camera-operator,photographer,gaffer|directeur de la photographie;chef opérateur;chef opérateur image;directeur photo;chef op|director of photography;cinematographer;dop;lighting cameraman
camera-operator|film|cinematographer,camera-assistant,photographer|cadreur;opérateur de prise de vue;caméraman;cadreur vidéo;vidéaste|camera operator;cameraman;videographer;camerawoman
camera-assistant|film|camera-operator|assistant caméra;assistant opérateur;premier assistant caméra|camera assistant;focus puller;first assistant camera;clapper loader
gaffer|film|cinematographer,stage-lighting|chef électricien cinéma;électricien de plateau;éclairagiste plateau;machiniste cinéma;chef machiniste;cadreur steadicam|gaffer;best boy;set electrician;key grip;grip;dolly grip
stage-lighting|film|gaffer,stage-technician|éclairagiste;régisseur lumière;technicien lumière;concepteur lumière;pupitreur|lighting technician;lighting designer;stage lighting technician
sound-engineer|film|stage-technician|ingénieur du son;technicien son;preneur de son;perchman;régisseur son;perchiste|sound engineer;sound technician;sound recordist;boom operator;audio engineer;production sound mixer
stage-technician|film|sound-engineer,stage-lighting|technicien de spectacle;technicien plateau;technicien polyvalent du spectacle|stage technician;event technician
video-editor|film|motion-designer,camera-operator|monteur vidéo;chef monteur;monteur audiovisuel;monteur truquiste;monteur image|video editor;film editor;post production editor
film-director|film|production-assistant|réalisateur;metteur en scène|film director;director film
production-assistant|film|admin-assistant|assistant de production;chargé de production;directeur de production audiovisuelle;secrétaire de production|film production assistant;production coordinator film;production secretary
script-supervisor|film|film-director|scripte|script supervisor;continuity supervisor
set-designer|film|costume-designer|décorateur;chef décorateur;accessoiriste;ensemblier;constructeur de décors|set designer;production designer;prop master;set decorator
costume-designer|film|dressmaker,set-designer,makeup-artist|costumier;habilleuse;chef costumier;créateur de costumes|costume designer;wardrobe assistant;dresser;costume maker
makeup-artist|beauty|beautician,costume-designer|maquilleur;maquilleur professionnel|makeup artist;make-up artist;wig maker
photographer|culture|camera-operator,graphic-designer|photographe;photographe de mode;photographe de mariage;photographe de studio|photographer;wedding photographer;studio photographer
actor|culture||comédien;acteur;artiste|actor;performer
teacher-maths|education|teacher-secondary,teacher-science,tutor|professeur de mathématiques;enseignant de mathématiques;professeur de maths;professeur agrégé de mathématiques;professeur certifié de mathématiques;enseignant en mathématiques|maths teacher;mathematics teacher;math teacher;secondary school maths teacher;teacher of mathematics
teacher-science|education|teacher-secondary,teacher-maths|professeur de physique-chimie;professeur de sciences;professeur de SVT|science teacher;physics teacher;chemistry teacher;biology teacher
teacher-languages|education|teacher-secondary,trainer|professeur d'anglais;professeur de français;professeur de langues;professeur d'espagnol|english teacher;language teacher;french teacher;spanish teacher
teacher-secondary|education|teacher-maths,teacher-science,teacher-languages,teacher-primary,trainer|professeur;enseignant;professeur contractuel;professeur d'histoire-géographie;professeur de collège;professeur principal;enseignant d'histoire;professeur de philosophie|teacher;secondary school teacher;high school teacher;history teacher;geography teacher;supply teacher;philosophy teacher
teacher-primary|education|teacher-secondary,school-assistant|professeur des écoles;instituteur;enseignant du primaire;maître d'école;enseignant en maternelle|primary school teacher;elementary teacher;primary teacher;kindergarten teacher
tutor|education|teacher-maths,teacher-secondary|professeur particulier;tuteur;soutien scolaire;répétiteur;intervenant en soutien scolaire|private tutor;tutor;homework tutor
trainer|education|teacher-secondary,job-counsellor|formateur;formateur pour adultes;formateur professionnel;consultant formateur;ingénieur pédagogique;moniteur|trainer;adult trainer;instructor;training officer
driving-instructor|education|trainer|moniteur d'auto-école;enseignant de la conduite;moniteur auto-école|driving instructor
school-head|education|teacher-secondary|directeur d'école;principal de collège;proviseur;chef d'établissement|head teacher;headmaster;school principal;deputy head
researcher|science|lab-technician|chercheur;ingénieur de recherche;post-doctorant|researcher;research scientist;phd student
sports-coach|sport|activity-leader,lifeguard|éducateur sportif;coach sportif;entraîneur;moniteur de sport;préparateur physique|sports coach;personal trainer;gym instructor;trainer sports
lifeguard|sport|sports-coach|maître-nageur sauveteur;maître nageur;nageur sauveteur;surveillant de baignade;MNS;BNSSA|lifeguard;swimming instructor;pool lifeguard;swimming teacher
hairdresser|beauty|barber,beautician|coiffeur;coiffeuse;coiffeur mixte;coiffeur coloriste;apprenti coiffeur;coiffeur visagiste|hairdresser;hair stylist;hairstylist;colourist hair
barber|beauty|hairdresser|barbier;coiffeur barbier;coiffeur homme|barber
beautician|beauty|makeup-artist,nail-technician,spa-therapist,hairdresser|esthéticien;esthéticienne;esthéticienne cosméticienne;socio-esthéticienne;conseillère beauté|beautician;beauty therapist;aesthetician;esthetician;beauty adviser
nail-technician|beauty|beautician|prothésiste ongulaire;manucure;styliste ongulaire|nail technician;manicurist
spa-therapist|beauty|beautician|spa praticien;praticien spa;masseur bien-être;praticien bien-être;hydrotechnicien;praticien massage bien-être|spa therapist;massage therapist;wellness therapist
cleaner|cleaning|ash,housekeeper,housekeeper-home,window-cleaner|agent de propreté;agent d'entretien;agent de nettoyage;technicien de surface;agent de propreté et d'hygiène;femme de ménage;agent d'entretien des locaux;agent machiniste;agent d'hygiène;employé de nettoyage|cleaner;cleaning operative;office cleaner;cleaning agent;janitor;custodian
housekeeper-home|cleaning|cleaner,home-carer|employé de maison;femme de ménage à domicile;agent de ménage|domestic cleaner;domestic helper;house cleaner;maid;home cleaner
window-cleaner|cleaning|cleaner|laveur de vitres;cordiste|window cleaner;rope access technician
cleaning-manager|cleaning|cleaner|chef d'équipe propreté;responsable de secteur propreté;inspecteur propreté;chef d'équipe nettoyage;responsable d'exploitation propreté;chef de site propreté|cleaning supervisor;cleaning manager;cleaning team leader;cleaning area manager
laundry-worker|cleaning|dressmaker,linen-keeper|agent de blanchisserie;employé de pressing;blanchisseur;repasseur;opérateur de blanchisserie;teinturier pressing|laundry worker;dry cleaner;laundry operative;ironer;presser
waste-collector|cleaning|cleaner,waste-sorter|éboueur;ripeur;agent de collecte;équipier de collecte;rippeur|waste collector;refuse collector;binman
waste-sorter|cleaning|waste-collector,production-operator|agent de tri;opérateur de tri;valoriste;agent de déchèterie|recycling operative;waste sorter
pest-controller|cleaning||technicien hygiéniste;dératiseur;agent 3D|pest controller;pest control technician
security-guard|security|fire-safety-agent,security-manager,dog-handler,concierge-building|agent de sécurité;agent de prévention et de sécurité;agent de surveillance;vigile;gardien;rondier;APS|security guard;security officer;security agent;watchman;mobile patrol officer
fire-safety-agent|security|security-guard,firefighter|agent SSIAP;agent de sécurité incendie;chef d'équipe SSIAP;agent des services de sécurité incendie;SSIAP 1|fire safety officer;fire warden;fire safety agent;fire marshal
dog-handler|security|security-guard|agent cynophile;maître-chien;agent de sécurité cynophile|dog handler;security dog handler
cctv-operator|security|security-guard|opérateur en télésurveillance;opérateur vidéosurveillance;opérateur de vidéoprotection;agent de télésurveillance|cctv operator;control room operator;alarm monitoring operator
security-manager|security|security-guard|chef de poste sécurité;responsable sécurité;chef d'équipe sécurité;responsable de site sécurité|security manager;security supervisor;head of security
concierge-building|security|security-guard,building-caretaker|gardien d'immeuble;concierge d'immeuble;gardien d'immeubles|building caretaker;janitor residential;superintendent
firefighter|security|fire-safety-agent,ambulance-driver|pompier;sapeur-pompier|firefighter
police-officer|security|security-guard|policier;gendarme;policier municipal;gardien de la paix;ASVP;agent de surveillance de la voie publique;garde champêtre|police officer;traffic warden;municipal police officer;civil enforcement officer
soldier|security||militaire;soldat;sous-officier|soldier;army officer
dressmaker|textile|tailor,sewing-operator,costume-designer|couturier;couturière;retoucheur;couturière d'ameublement|dressmaker;seamstress;alterations tailor;sewer
tailor|textile|dressmaker|tailleur;tailleur sur mesure|tailor;bespoke tailor
sewing-operator|textile|dressmaker,leather-worker|opérateur en confection;piqueur;mécanicien en confection;machiniste couture;opératrice de confection;piqueuse;mécanicienne en confection|sewing machine operator;sewing machinist;garment worker
pattern-maker|textile|dressmaker|modéliste;patronnier;styliste modéliste;coupeur|pattern maker;pattern cutter;garment cutter
leather-worker|textile|sewing-operator|maroquinier;sellier;piqueur en maroquinerie;sellier maroquinier|leather worker;leather goods maker;saddler
jeweller|craft|watchmaker|bijoutier|jeweller;jewelry maker;gem setter
watchmaker|craft|jeweller|horloger;horloger rhabilleur|watchmaker;clockmaker
potter|craft||céramiste;potier|potter;ceramist
optician|optics|optical-assistant|opticien;opticien lunetier;opticien visagiste;monteur vendeur en optique|optician;dispensing optician;optometrist;optical dispenser
optical-assistant|optics|optician|assistant opticien;vendeur en optique;monteur en lunetterie|optical assistant;optical sales assistant
dental-technician|care||prothésiste dentaire|dental technician
hearing-specialist|care|optician|audioprothésiste|hearing aid specialist;audiologist
funeral-worker|service||conseiller funéraire;agent funéraire;porteur funéraire;thanatopracteur;maître de cérémonie funéraire;marbrier funéraire;assistant funéraire|funeral director;funeral assistant;embalmer;funeral arranger
water-technician|environment|plumber|agent d'exploitation de l'eau;technicien assainissement|water treatment operator;wastewater technician
energy-technician|environment|maintenance-technician|technicien éolien;conseiller énergie;chargé d'études thermiques;technicien de maintenance éolienne|wind turbine technician;building surveyor diagnostics;wind farm technician
chemical-operator|industry|production-operator|opérateur chimie;opérateur de procédés;conducteur d'appareils chimiques;opérateur de fabrication chimique|chemical operator;chemical plant operator;process technician
pharma-operator|industry|chemical-operator,packer|opérateur de production pharmaceutique;technicien de production pharmaceutique|pharmaceutical operator;pharmaceutical production technician
director|management||directeur général;gérant;chef d'entreprise;directeur d'agence;responsable d'agence;directeur de site;PDG;gérant de société;auto-entrepreneur;dirigeant;directeur des opérations|managing director;general manager;ceo;branch manager;business owner;company director;entrepreneur;founder;chief executive;chief operating officer
`
