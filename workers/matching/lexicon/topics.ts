/**
 * What each trade is about, in both languages: the words by which people describe an occupation without its usual
 * name, and the words its job lines are made of. One occupation a line: id | words.
 */
export const topicLines = `
forklift-driver|chariot engin manutention élévateur palette gerbage quai entrepôt forklift truck handler pallet stacking warehouse lifting
dock-worker|quai déchargement chargement colis tri palette transpalette dock unloading loading parcel sorting
order-picker|préparation commandes picking scan entrepôt colis emballage order picking packing warehouse shelf
warehouse-clerk|magasin stock réception pièces entrepôt stores parts receiving stockroom goods
supply-planner|approvisionnement flux stock prévision commande fournisseur replenishment planning forecast materials
logistics-manager|logistique flux transport entrepôt supply chain logistics flows
truck-driver|camion poids lourd semi-remorque route transport marchandises frigo bâché trajets lorry haulage trailer goods long distance tachograph road freight articulated vehicle
delivery-driver|livraison tournée colis fourgon utilitaire client van parcel drop round delivery
bus-driver|voyageurs ligne bus passagers urbain passengers route line
coach-driver|voyageurs car scolaire tourisme autocar passengers coach school trip
taxi-driver|clients courses berline passagers passengers rides
transport-planner|exploitation tournées affrètement planning conducteurs dispatch routes drivers freight
customs-declarant|douane déclaration import export transit customs clearance duties
nursing-assistant|soins hygiène toilette résidents dépendants personnes âgées établissement confort lit repas patients care carer residents dependent elderly washing comfort bedside
home-carer|domicile aide personnes âgées dépendantes courses repas toilette ménage home elderly meals shopping daily living
care-worker|handicap accompagnement foyer résidents autonomie disability residents support daily living
nurse|soins infirmiers patients injections pansements perfusions traitements service hospitalier nursing injections dressings ward medication IV bedside
scrub-nurse|bloc opératoire instrumentation chirurgie stérile operating theatre instruments surgery sterile
health-manager|soins équipe service encadrement ward care team management
midwife|accouchement grossesse naissance mères births pregnancy mothers labour
doctor|consultation diagnostic patients prescription medicine
dental-assistant|fauteuil cabinet dentaire stérilisation instruments chairside dental practice
physiotherapist|rééducation mobilisation patients kiné rehabilitation exercises movement
pharmacy-technician|officine ordonnances médicaments délivrance dispensation préparations magistrales pharmacy prescriptions medicines dispensing counter remedies
pharmacist|officine ordonnances médicaments pharmacy prescriptions medicines
lab-technician|analyses prélèvements échantillons automates paillasse biologie samples analysis bench biology
radiographer|imagerie scanner irm radio imaging scans mri
ambulance-driver|transport sanitaire brancard patients secours patient transport stretcher emergency
ash|bionettoyage chambres hospitalier désinfection hygiène locaux hospital rooms disinfection
nursery-nurse|crèche nourrissons bébés enfants biberons soins éveil babies nursery infants bottles
nursery-assistant|crèche enfants petite enfance éveil repas siestes changes children nursery early years toddlers naps play
childminder|enfants domicile garde children home minding
early-educator|jeunes enfants éveil projet pédagogique crèche young children learning play
school-assistant|élèves école maternelle classe handicap pupils school classroom support
activity-leader|enfants jeunes ateliers activités centre loisirs séjours children youth activities holidays
educator|jeunes insertion éducatif foyer accompagnement youth support care home
social-worker|aide sociale droits familles accompagnement dossiers welfare families rights support
chef|cuisine carte brigade fourneaux fiches techniques restaurant kitchen menu brigade stove
cook|cuisine plats préparation cuisson fourneaux mise en place restaurant kitchen dishes cooking meals stove
kitchen-assistant|cuisine plonge épluchage nettoyage kitchen peeling washing up
pastry-chef|pâtisserie gâteaux entremets viennoiseries desserts tartes crèmes chocolat pastry cakes desserts tarts creams
baker|pain pétrissage pâte fournil four baguettes levain cuisson viennoiserie façonnage bread dough kneading oven loaves sourdough
butcher|viande découpe désossage carcasses étal meat cutting boning carcasses counter
fishmonger|poisson étal filetage fruits de mer fish filleting seafood
waiter|salle service tables rang clients commandes restaurant waiting tables section dining guests
head-waiter|salle service équipe clients restaurant dining room team guests
sommelier|vins cave accords carte wine cellar pairing list
bartender|bar cocktails comptoir boissons mixology drinks counter shaker spirits
hotel-receptionist|hôtel accueil clients arrivées départs réservations clés chambres desk guests check-in check-out arrivals departures lodging bookings
night-auditor|nuit hôtel clôture accueil night hotel closing
housekeeper|chambres lits étages ménage hôtel draps rooms beds floors linen
hotel-manager|hôtel exploitation hébergement équipe hotel operations lodging
travel-agent|voyages séjours billets clients destinations trips tickets holidays
airport-agent|aéroport passagers vols enregistrement embarquement airport passengers flights check-in boarding
site-manager|chantier chantiers travaux gros œuvre béton maçonnerie planning sous-traitants opérations marché site works concrete masonry building projects subcontractors contracts
works-foreman|chantier équipe compagnons travaux site crew works
quantity-surveyor|métrés quantitatifs chiffrage prix études quantities takeoff pricing tender
architect|plans conception permis bâtiment design plans building
draughtsman|plans dessin autocad projet modélisation drawings cad design
land-surveyor|relevés topographie implantation plans survey levels setting out
bricklayer|murs briques parpaings béton mortier chantier ouvrages walls bricks blocks mortar site
form-setter|coffrage béton banches voile dalle formwork concrete slab
earthworker|tranchées réseaux canalisations voirie terrassement trenches pipes roads
carpenter|charpente bois ossature toiture timber frame roof
joiner|bois portes fenêtres pose menuiseries escaliers agencement atelier wood doors windows fitting stairs workshop
cabinetmaker|meubles bois placage assemblage furniture wood veneer
roofer|toiture tuiles ardoises zinc étanchéité couverture charpente roof tiles slates zinc gutters waterproofing
plumber|tuyaux eau sanitaires canalisations salle de bains installation fuite pipes water bathrooms leaks installation heating fitting
heating-engineer|chaudières chauffage gaz brûleurs entretien installation boilers heating gas burners
hvac-technician|climatisation ventilation pompes à chaleur froid entretien air conditioning ventilation heat pumps
refrigeration-technician|froid fluides frigorigènes climatisation chambres froides refrigeration refrigerants cooling cold rooms
electrician|courant électrique câbles tableaux prises installation réseaux habilitation appareillage electrical wiring boards sockets circuits current installations cabling
industrial-electrician|armoires électriques câblage industriel moteurs automates panels industrial wiring motors
telecom-technician|fibre raccordement réseau télécom antennes fibre splicing network telecom
painter|murs façades peinture enduits papier peint revêtements walls facades paint coatings wallpaper
plasterer|cloisons plaques plafonds enduits isolation partitions boards ceilings
tiler|carrelage faïence sols joints pose tiles floors grout
metalworker|métal garde-corps portails structures acier serrurerie metal railings gates steel structures
welder|métal métaux soudage arc argon tig mig assemblage joints cordons fusion acier inox tuyaux metal metals welding joining seams argon arc steel
boilermaker|tôle métal formage traçage cuves assemblage sheet metal forming vessels
pipefitter|tuyauterie isométries brides réseaux piping isometrics flanges
machinist|pièces usinage métal tour fraiseuse commande numérique programmes outils cotes tolérances copeaux parts machining metal lathe mill numerical control programs tolerances chips cutting
machine-setter|réglage machines outils série setting machines tools
toolmaker|moules outillage ajustage précision moulds tooling precision
production-operator|production ligne fabrication atelier usine conditionnement line factory manufacturing
machine-operator|ligne machine conduite production réglages cadence line machine running
assembler|montage pièces assemblage postes atelier assembly parts workshop
maintenance-technician|pannes machines dépannage équipements préventif curatif mécanique électrique automatisme usine breakdowns machines repair equipment preventive corrective mechanical upkeep plant
automation-technician|automates programmation robots lignes supervision plc programming robots
mechanic|voitures moteur freins garage réparation entretien vidange diagnostic véhicules cars engine brakes garage repair servicing vehicles workshop
truck-mechanic|camions poids lourds engins moteur réparation trucks heavy engine repair
bodywork-repairer|tôle carrosserie peinture véhicules débosselage bodywork panels paint vehicles dents
quality-technician|contrôles qualité non-conformités procédures audits quality checks procedures
quality-inspector|contrôle dimensionnel pièces mesure dimensional inspection parts measuring
hse-manager|sécurité prévention risques accidents safety risk prevention accidents
production-manager|atelier production équipes objectifs workshop production teams targets
design-engineer|conception pièces calculs plans prototypes design parts calculations prototypes
farm-worker|champs culture tracteur récolte semis élevage fields crops tractor harvest
vineyard-worker|vigne vignes domaine chai taille vendanges vin cépages vine vines wine-growing estate grapes pruning cellar
market-gardener|légumes serres semis plants maraîchage récolte plein champ bio vegetables greenhouses planting harvest organic beds crops growing
nursery-gardener|plants pépinière arbustes plants nursery shrubs
arborist-fruit|vergers fruits taille cueillette orchards fruit picking
livestock-farmer|animaux troupeau soins alimentation élevage animals herd feeding
dairy-farmer|vaches traite lait troupeau cows milking herd
landscaper|espaces verts tonte taille haies plantations jardins massifs green spaces mowing hedges planting gardens lawns
tree-surgeon|arbres élagage grimpe abattage trees pruning climbing felling
accountant|comptabilité écritures livres clôtures bilan TVA comptes accounts books ledgers bookkeeping statements closing tax figures
accounting-clerk|saisie factures écritures lettrage comptes invoices entries ledger
billing-clerk|factures facturation clients invoices billing
credit-collector|impayés relances créances débiteurs overdue debts chasing
auditor|audit comptes contrôle missions audit accounts controls
management-controller|budget coûts reporting tableaux de bord gestion budgets costs reporting
financial-analyst|finance trésorerie analyses treasury finance analysis
payroll-clerk|paie bulletins salaires cotisations déclarations sociales DSN personnel payslips wages salaries contributions pay staff
hr-admin|personnel contrats dossiers ressources humaines formation embauches staff contracts hr files onboarding
hr-manager|ressources humaines politique sociale recrutement hr policy
recruiter|candidats recrutement annonces entretiens sourcing candidates hiring adverts interviews
labour-lawyer|droit social travail prud'hommes relations collectives individuelles accords litiges salariés employment law workforce disputes labour relations agreements
lawyer|droit juridique contrats conseils contentieux affaires legal law contracts advice
paralegal|dossiers juridiques actes recherches legal files research
notary-clerk|actes ventes successions authentiques immobilier étude deeds conveyancing estates property notarial
secretary|courrier agenda dossiers téléphone accueil mail diary files phone
executive-assistant|direction agenda déplacements réunions director diary travel meetings
medical-secretary|patients rendez-vous dossiers médicaux comptes rendus cabinet appointments medical records
receptionist|accueil standard visiteurs appels visitors switchboard calls
sales-admin|commandes devis clients saisie livraison orders quotes entry
sales-rep|clients prospection rendez-vous terrain secteur ventes customers prospecting territory field road accounts
sales-engineer|clients professionnels techniques offres devis prospection secteur terrain affaires commercial itinérant B2B trade customers technical quotes territory road accounts business
key-account-manager|grands comptes portefeuille négociation key accounts portfolio
sales-manager|équipe commerciale objectifs ventes sales team targets
customer-service|clients appels réclamations plateforme téléphone assistance demandes customers calls complaints helpline queries hotline support
telesales|appels vente téléphone prospects calls phone sales
salesperson|magasin vente clients conseil rayon encaissement boutique shop customers advice till retail
cashier|caisse encaissement clients passage tills payments customers
shelf-stacker|rayons mise en rayon réassort facing shelves restocking
store-manager|magasin équipe chiffre ventes store team turnover
buyer|achats fournisseurs négociation appels d'offres purchasing suppliers tenders
florist|fleurs bouquets compositions plantes flowers bouquets arrangements
estate-agent|biens logements ventes mandats visites acquéreurs vendeurs immobilier property homes sales viewings buyers sellers listings housing
rental-manager|locations baux locataires loyers gérance lettings tenants rents leases
property-manager|copropriété immeubles assemblées générales charges blocks buildings meetings charges
bank-adviser|clients comptes crédits épargne placements banque customers accounts loans savings
insurance-adviser|assurances contrats garanties clients insurance policies cover
claims-handler|sinistres dossiers indemnisation expertise claims files compensation
full-stack-developer|applications web front serveur javascript interfaces api code navigateur browser server side applications javascript
frontend-developer|interfaces web navigateur css html javascript composants browser components
backend-developer|serveur api services bases de données code server services databases
web-developer|sites web pages cms wordpress html css websites
software-engineer|logiciel programmes code conception applications software programs
devops-engineer|infrastructure déploiement automatisation conteneurs cloud supervision pipelines infrastructure deployment automation containers monitoring releases
sysadmin|serveurs réseaux systèmes sauvegardes virtualisation parc servers networks backups virtualisation
network-technician|réseaux commutateurs routeurs câblage networks switches routers
support-technician|utilisateurs postes incidents assistance tickets parc informatique users workstations incidents helpdesk
security-engineer|sécurité vulnérabilités intrusions journaux audits vulnerabilities intrusions
data-analyst|données tableaux de bord requêtes indicateurs statistiques rapports data dashboards queries indicators figures insights reports
data-scientist|modèles prédiction apprentissage données models prediction learning
data-engineer|flux données pipelines entrepôts data pipelines warehouse
qa-tester|tests anomalies scénarios recette validation tests bugs scenarios
it-project-manager|projets équipe planning livraisons sprints project team delivery
ux-designer|maquettes utilisateurs parcours interface prototypes mockups users journeys
graphic-designer|visuels maquettes affiches logos mise en page adobe identité layouts posters logos visuals artwork
community-manager|réseaux sociaux publications communauté animation social networks posts community
marketing-officer|campagnes marketing études promotion campaigns promotion
communication-officer|communication presse supports événements press media events
cinematographer|image lumière tournage caméra film fictions cadre image lighting light shoots camera film fiction
camera-operator|cadre caméra tournage image plans camera shooting framing
gaffer|lumière projecteurs plateau électricité lighting set lamps
sound-engineer|son prise de son mixage micros enregistrement sound recording mixing microphones audio
stage-technician|plateau scène montage spectacle stage rigging show
video-editor|montage rushes images séquences étalonnage post-production plans editing footage cutting sequences post-production timeline
film-director|film tournage acteurs scénario film shooting actors script
photographer|photos prises de vue studio retouche reportage photos shoots retouching
costume-designer|costumes essayages scène costumes fittings
makeup-artist|maquillage teint visage plateau make-up faces
teacher-maths|mathématiques algèbre géométrie élèves cours lycée collège secondaire enseignement algebra geometry mathematics pupils lessons teenagers secondary
teacher-science|physique chimie biologie élèves expériences physics chemistry biology pupils
teacher-languages|langue élèves cours oral language pupils lessons
teacher-secondary|élèves cours collège lycée classe pupils lessons class
teacher-primary|élèves école primaire maternelle classe lecture pupils primary class reading
trainer|formation stagiaires adultes modules pédagogie training trainees adults modules
driving-instructor|conduite élèves code route driving pupils road
sports-coach|sport entraînement séances adhérents training sessions members
lifeguard|bassin baignade natation surveillance piscine pool swimming rescue
hairdresser|cheveux coupes colorations brushing salon coiffage hair cuts colouring blow-dry styling salon
barber|barbe rasage coupe homme beard shaving
beautician|soins visage corps épilation peau institut modelage face body skin treatments waxing
nail-technician|ongles pose gel manucure nails gel
spa-therapist|massages bien-être spa soins massages wellness
cleaner|nettoyage locaux bureaux sols sanitaires hygiène propreté entretien surfaces cleaning offices floors premises washrooms
housekeeper-home|ménage domicile repassage maison household ironing home
window-cleaner|vitres façades hauteur windows facades
security-guard|surveillance rondes site contrôle d'accès accueil sûreté biens personnes guarding patrols premises access control watch protection property
fire-safety-agent|incendie évacuation rondes sécurité fire evacuation patrols
cctv-operator|caméras écrans alarmes surveillance cameras screens alarms
building-caretaker|immeuble entretien petits travaux réparations building repairs upkeep
dressmaker|vêtements retouches couture essayages garments alterations sewing
sewing-operator|couture machine piquage vêtements sewing machine garments
leather-worker|cuir sacs piqûre montage leather bags stitching
pattern-maker|patrons vêtements prototypes gradation patterns garments
jeweller|bijoux or pierres sertissage jewels gold stones setting
watchmaker|montres mouvements mécanismes watches movements
optician|lunettes verres montures vue vision correction lentilles glasses lenses frames eyesight spectacles eyewear
dental-technician|prothèses couronnes céramique laboratoire crowns dentures
hearing-specialist|audition appareils oreille hearing aids
water-technician|eau réseaux stations traitement water treatment networks
energy-technician|énergie éolien diagnostic thermique energy wind thermal
chemical-operator|procédés réacteurs mélanges chimie process reactors mixing
pharma-operator|médicaments salle blanche lots conditionnement clean room batches
butcher|boucherie viandes bouchère counter
drugstore-salesperson|cosmétiques soins conseil peau skincare advice
wine-seller|vins caves dégustation conseil wines tasting shop
early-educator|crèche équipe projet établissement nursery team
station-agent|billets voyageurs train tickets passengers
flight-attendant|cabine passagers bord cabin passengers
quantity-surveyor|appels offres chiffrage déboursé tender pricing
earthworker|voirie bordures enrobés tranchée canalisation kerbs asphalt trench drains
shopfitter|cuisine meubles plans travail worktops units
telecom-technician|abonnés brins réflectomètre boîtier prise subscribers splicing strands
plasterer|cloison rail plaque plafond partitions boards ceilings
machine-operator|ligne réglages cadence formats line settings changeovers
automation-technician|automates supervision programmation PLC SCADA
quality-technician|documents procédures qualité
hse-manager|accidents risques prévention visites accidents risks
methods-technician|gammes temps postes flux industrialisation routing cycle times procédé réacteur débit rendement process yield
design-engineer|conception pièces calcul mécanique parts design mechanical
farm-worker|labour semis récolte tracteur ploughing sowing harvesting
market-gardener|serre tomates plants greenhouse tomatoes seedlings
arborist-fruit|récolte vendange cueillette harvest picking verger pommes taille orchard apples pruning
livestock-farmer|troupeau élevage traite animaux flock herd livestock
landscaper|tonte haies massifs pelouse mowing hedges lawns
fisherman|bassins huîtres poissons ponds oysters
credit-collector|impayés relances arrears
auditor|contrôles missions recommandations controls
financial-analyst|trésorerie flux placements change cash
hr-admin|dossiers contrats absences visites files contracts
hr-manager|salariés relations sociales recrutement staff relations
recruiter|candidats sourcing entretiens candidates interviews
lawyer|contrats sociétés litiges contracts litigation
admin-assistant|dossiers saisie classement files
receptionist|accueil visiteurs standard visitors switchboard
archivist|documents classement GED filing
sales-admin|commandes devis clients orders quotes
buyer|contrats panel économies contracts savings
merchandiser|vitrines implantation displays windows
estate-agent|mandats visites vente biens viewings
property-manager|copropriété assemblées générales charges
insurance-adviser|contrats garanties primes policies premiums
devops-engineer|astreinte incident disponibilité on-call uptime outage
data-scientist|modèle apprentissage entraînement prédiction réseaux neurones model training inference prediction
product-owner|feuille route utilisateurs fonctionnalités roadmap users features
business-analyst|paramétrage progiciel modules utilisateurs clés configuration modules key users
graphic-designer|identité visuelle créations maquettes visual concepts
communication-officer|journalistes communiqués presse journalists
gaffer|travelling rails grue plateau dolly tracks
teacher-secondary|histoire géographie lycée history geography
spa-therapist|massages modelages massage
cleaner|nettoyage sols bureaux sanitaires offices floors
cleaning-manager|équipe agents chantiers contrôle cleaners sites
laundry-worker|linge repassage pressing laundry ironing
police-officer|voie publique stationnement verbalisation parking fines
funeral-worker|obsèques familles cérémonie funerals
energy-technician|éolienne nacelle pale mât turbine blade
director|entreprise développement gestion
`
