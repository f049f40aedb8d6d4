/**
 * Words that say the same thing at work, French and English together, one meaning a line. A word may stand on several
 * lines ('taille' is size and pruning); only one word at a time, inflections are found by the stem.
 * A line that starts with ~ holds words so common that meeting one proves little.
 */
export const thesaurus = `
~ travail travaux travailler work working job poste emploi mission missions tache taches task duties position role
~ experience experimente experienced expertise
~ connaissance connaissances knowledge connaitre know known
~ maitrise maitriser mastery command proficiency proficient strong solid competence competences skill skills capacite ability aptitude savoir
~ pratique pratiquer practice practical hands utilisation utiliser use using user usage used utilise
~ gestion gerer manage management managing gere handled handling handle traitement traiter process processing
~ suivi suivre follow following tracking track monitor monitoring monitored followed pilotage piloter steering
~ participation participer participate take took part contribuer contribution contribute aide aider help helped assist assister assistance appui support soutien supporting
~ realisation realiser effectuer carry carried perform performed execution executer assurer ensure run running ran conduite conduire mener led handle faire doing do
~ equipe equipes team teams crew crews gang squad brigade collegues colleagues
~ entreprise company societe firm groupe group organisation structure etablissement establishment site sites business
~ service services department departement unit unite secteur sector division pole
~ annee annees an ans year years mois month months semaine week weeks weekly hebdomadaire jour jours day days daily quotidien quotidienne journalier mensuel mensuelle monthly annuel annual yearly
~ bon bonne good excellent excellente great tres parfait perfect avance avancee advanced senior confirme confirmed
~ categorie categories category class classe valid valide validite
~ encadrement encadrer lead leading led leader leadership supervise supervision direction diriger direct supervisor principal chef head
~ planning plannings planifier plan planned schedule scheduled
~ client clients customer customers clientele client
~ produit produits product products article articles item items
~ nouveau nouvelle nouveaux new
~ diplome diploma degree qualification qualifie qualified certificat certificate certification certifie certified titre formation formations training brevet attestation habilitation licence license permit permis
~ etat state national
~ minimum least minimal moins
~ similaire similar equivalent equivalente equal comparable
~ outil outils tool tools logiciel logiciels software progiciel application applications app apps systeme system systems informatique
~ personne personnes person people gens public
~ prise prendre charge taking
~ mise mettre set setting put place placer
~ type types kind
~ niveau level levels
~ grand grande grands large big haut high
~ petit petite petits small
~ zone area areas region
~ technique techniques technical
~ general generale generaux
~ differents divers various several plusieurs different
~ operation operations operational operationnel
~ responsable responsabilite responsibility responsible charge
~ complet complete full
~ base bases basic basics
~ temps time
~ projet projets project projects
~ creation creations creer create created creating
vente ventes vendre vendeur selling sell sold sales sale commercial commerciale commercialisation salesperson
achat achats acheter purchasing purchase procurement buying buyer bought acheteur sourcing approvisionnement approvisionner approvisionnements
stock stocks inventaire inventaires inventory stocktaking stocktake comptage comptages count counts stocktakes
entrepot entrepots warehouse warehouses depot depots plateforme magasinage warehousing entreposage
magasin magasins store stores shop boutique shops
palette palettes pallet pallets palettisation palettiser
colis parcel parcels package packages paquet
emballage emballer packing packaging pack conditionnement conditionner filmage wrapping wrap wrapped filmer
etiquetage etiqueter labelling labeling label labelled etiquette
gerbage gerber stacking stack stacked destacking degerbage rack racks racking rayonnage palettier lisses
hauteur hauteurs height heights haut
chariot chariots forklift trolley truck elevateur lift
cariste caristes forklift
quai dock docks bay
chargement charger load loading loaded dechargement decharger unload unloading unloaded
camion camions lorry lorries truck trucks poids hgv semi
livraison livrer livraisons delivery deliver deliveries delivered livreur courier
expedition expeditions expedier dispatch shipping shipment shipments ship shipped despatch envoi envois
reception receptionner receipt receiving received inbound arrivage arrivages goods entrees
preparation preparer prepare preparing prepared picking picker pick picked
commande commandes order orders ordering ordered
froid cold frozen surgele surgeles surgelation freezer frigorifique refrigerated congelation negatif deep
tri trier sorting sort sorted triage
manutention manutentionnaire handling handler
transport transports transporter haulage freight transporting carrier acheminement
tournee tournees route routes round rounds
chauffeur chauffeurs driver drivers conducteur conducteurs driving drive conduite conduire drove
douane douanes customs douanier declarant
remorque remorques trailer trailers semiremorque
bus car autocar coach autobus
taxi vtc
tracteur tracteurs tractor tractors enjambeur straddle
engin engins machine machines machinery machinist plant
grue grues crane cranes grutier
nacelle nacelles mewp cherrypicker aerial pemp
pelle pelles excavator digger pelleteuse
soin soins care caring soigner soignant
hygiene hygienic toilette toilettes washing wash washed hygiene bathing dressing
patient patients resident residents malade malades
hopital hopitaux hospital clinic clinique hospitalier chu
infirmier infirmiere infirmiers nurse nurses nursing ide
medicament medicaments medication medications drug drugs medicine traitements pharmaceutique
injection injections piqure piqures
pansement pansements dressing dressings wound wounds plaie plaies
perfusion perfusions infusion iv drip
sang blood sanguin prelevement prelevements
douleur pain
alzheimer demence dementia memory cognitif cognitive troubles
age agee agees ages elderly older senior seniors ehpad geriatrie geriatric geriatrics
handicap handicape handicapes disability disabled disabilities
enfant enfants child children kids jeune jeunes youth petite
bebe bebes baby babies nourrisson infant infants newborn
puericulture nursery creche childcare creches daycare
levemalade hoist hoists transfert transferts lifting lifter
chirurgie chirurgical surgery surgical bloc theatre operatoire operating
urgence urgences emergency emergencies
dentaire dental dentist dentiste orthodontie
kinesitherapie kinesitherapeute physiotherapy physiotherapist reeducation rehabilitation
pharmacie pharmacy pharmacist pharmacien officine
laboratoire laboratoires laboratory lab labs analyse analyses analysis
sterilisation sterilization steriliser sterile
vaccin vaccination vaccinations vaccine vaccines
palliatif palliatifs palliative fin end
animation animer animations activities activity facilitation facilitate host workshop atelier ateliers workshops
transmissions transmission handover handovers notes reporting charting
repas meal meals restauration catering feeding
accompagnement accompagner accompany supporting escort
domicile home homes domiciliary
menage menager household cleaning housekeeping housework
nettoyage nettoyer cleaning clean cleaned cleaner entretien proprete
desinfection desinfecter disinfection bionettoyage biocleaning
vitre vitres vitrerie window windows glass
linge laundry linen blanchisserie lingerie
repassage repasser ironing iron
autolaveuse monobrosse scrubber floor sols
chambre chambres room rooms bedroom
hotel hotels hotellerie hospitality hotelier
accueil accueillir reception welcome welcoming welcomed greeting receptionist front desk
reservation reservations booking bookings reserve book
restaurant restaurants restauration catering brasserie dining
cuisine cuisines cuisinier kitchen kitchens cook cooking chef cuisiner culinary
plat plats dish dishes menu menus
dessert desserts patisserie pastry pastries patissier
pain pains bread boulangerie bakery baker boulanger viennoiserie viennoiseries petrissage petrir kneading dough pate pates
four fours oven ovens cuisson baking bake enfourner enfournement
viande viandes meat meats boucherie butcher boucher butchery decoupe desossage boning
poisson poissons fish poissonnerie fishmonger seafood
fromage fromages cheese fromagerie dairy
vin vins wine wines oenologie sommelier sommellerie oenology bouteille bouteilles bottle bottles bottled bottling
cocktail cocktails bar barman mixology bartending bartender mixologist
cafe coffee barista
salle dining table tables rang section
serveur serveuse waiter waitress waiting serving serve served service
banquet banquets banqueting reception seminaire seminaires event events evenement evenements evenementiel traiteur
caisse caisses encaissement encaissements till cash register cashier payment payments paiement paiements caissier checkout encaisser pos
haccp alimentaire food
allergene allergenes allergen allergens
recette recettes recipe recipes
plonge dishwashing pot
bouquet bouquets floral fleur fleurs flower flowers floristry florist fleuriste
construction batiment building btp chantier chantiers bati buildings
gros structural concrete beton structure
oeuvre works
maconnerie macon brick bricks bricklaying bricklayer masonry mason parpaing blockwork walls murs mur wall
coffrage coffrer coffreur formwork shuttering bancheur
ferraillage ferrailleur rebar reinforcement armature armatures
charpente charpentier carpentry carpenter timber framing
couverture couvreur roofing roofer toiture toitures roof roofs tuiles ardoise zinguerie
plomberie plombier plumbing plumber sanitaire sanitaires pipework
chauffage chauffagiste heating boiler boilers chaudiere chaudieres
climatisation climatique conditioning hvac cvc ventilation genie
froid refrigeration frigoriste frigorifique
pompe pompes pump pumps
electricite electrique electriques electricien electrical electrician electric wiring cablage cabler cables cable
tableau tableaux panel panels switchboard armoire armoires
basse tension voltage low
domotique smart automation
peinture peintre painting painter paint decorating
enduit enduits plaster plastering plasterer render rendering platre platrerie plaquiste drywall placo
carrelage carreleur tiling tiler tile tiles faience
sol sols floor flooring floors parquet
menuiserie menuisier joinery joiner bois wood woodwork woodworking
isolation isoler insulation insulating insulate
terrassement earthworks groundworks excavation
voirie vrd roadworks road roads enrobe enrobes asphalt
topographie geometre surveying surveyor topographic implantation
plan plans drawing drawings blueprint blueprints isometrie isometries isometric schema schemas diagram diagrams
metre metres quantity takeoff metreur quantities
devis quote quotes quotation quotations estimate estimates chiffrage chiffrer pricing costing estimating priced tender bid
soustraitants subcontractors subcontractor soustraitant traitants
budget budgets budgetaire budgetary cost costs couts cout valuations
planification rota rotas roster scheduling
securite safety safe secu hse qhse qse prevention ppsps
qualite quality iso
environnement environmental environment
soudage soudure soudeur souder welding weld welder welded welds soudures
tig gtaw 141
mig mag gmaw 135 136
arc electrode mma 111 smaw
inox stainless inoxydable
acier steel aciers
aluminium alu aluminum
tuyauterie tuyauteur pipe pipes piping pipefitter pipework
chaudronnerie chaudronnier boilermaking boilermaker sheetmetal tolerie tolier
usinage usiner machining machined usineur machinist
tournage tour tourneur turning lathe lathes tourneur
fraisage fraiseur fraiseuse milling mill
numerique cnc numeriques digital
reglage reglages regler setup setting adjust adjustment
metrologie metrology calibre measuring measurement mesures mesure cotes micrometre
montage monter assembly assembling assemble assembled assemblage assembler fitter monteur
ajustage ajusteur fitting
moule moules mould moulds mold injection plasturgie moulding
ligne lignes line lines
production produire produced fabrication manufacturing manufacture manufactured fabriquer
maintenance maintain maintaining maintained entretien entretenir depannage depanner troubleshooting repair repairs repairing repaired reparation reparer breakdown breakdowns fault
mecanique mecanicien mechanic mechanical mechanics
hydraulique hydraulics hydraulic
pneumatique pneumatics pneumatic
automate automates plc automatisme automation siemens schneider
robot robots robotique robotics
moteur moteurs engine engines motor motors
vehicule vehicules vehicle vehicles automobile automotive auto car cars voiture voitures
carrosserie carrossier bodywork
pneu pneus tyre tyres tire tires
freins frein brake brakes
vidange oil
diagnostic diagnostics diagnosis diagnosing diagnose
lean kaizen 5s sigma amelioration continue continuous improvement
controle controler controles inspection inspect inspecting check checking checks control controlled checked verification verifier
ressuage penetrant dye
radiographie radiography xray ultrasonic ultrasons nondestructive
agricole agriculture farming farm farmer agricultural ferme exploitation
vigne vignes viticole viticulture vine vines vineyard vineyards vigneron viticulteur vignoble winegrowing
taille tailler tailleur pruning prune pruned
taille size
palissage trellising trellis
ebourgeonnage disbudding relevage effeuillage leaf
recolte recoltes recolter vendange vendanges harvest harvesting harvested harvests cueillette picking
cave chai caves cellar winery vinification winemaking
phytosanitaire phytosanitaires pesticide pesticides certiphyto spraying sprayer traitements pulverisation pulverisateur
irrigation irriguer irrigated arrosage watering
serre serres greenhouse greenhouses
maraichage maraicher market gardening vegetables legumes vegetable
fruit fruits verger vergers orchard orchards arboriculture arboriculteur
elevage eleveur livestock breeding herd cattle troupeau bovin bovins animaux animals animal
traite milking lait milk laitier dairy
semis semer sowing seeding plantation planter planting planted seedlings repiquage
paysage paysagiste landscaping landscaper jardin jardins jardinier gardening gardener garden gardens espaces verts green
tonte mowing mower mow gazon lawn
elagage elagueur tree surgeon arborist abattage felling tronconneuse chainsaw
foret forestier forestry
comptabilite comptable comptables accounting accountant accountants bookkeeping bookkeeper accounts books
cloture clotures closing close closings month
bilan bilans balance liasse liasses
tva vat
fiscal fiscale fiscalite fiscales tax taxation taxes impots impot
facture factures facturation facturer invoice invoices invoicing billing bill bills billed invoiced
fournisseur fournisseurs supplier suppliers vendor vendors payable
rapprochement rapprochements reconciliation reconciliations reconcile reconciled bancaire bancaires bank
recouvrement recouvrer collection collections debt receivable relance relances dunning creance creances
tresorerie treasury cashflow
audit audits auditing auditor auditeur auditeurs
consolidation consolide consolidated ifrs
analytique analytical
paie paies payroll payslip payslips bulletins bulletin salaire salaires wages wage
dsn declarations declaration declaratif declarative return returns filing
conge conges leave absence absences holiday
recrutement recruter recruteur recruitment recruiting recruiter hiring hire sourcing headhunting
entretien entretiens interview interviews interviewing
rh hr ressources humaines human resources
social sociale sociaux labour labor employment
juridique legal law droit lawyer juriste avocat lawyers counsel attorney
contentieux litigation dispute disputes litiges litige tribunal court courts prudhommes prudhomal prudhomaux prud tribunals
contrat contrats contract contracts contracting contractual
redaction rediger drafting draft drafted writing write wrote written redacteur
accord accords agreement agreements collectif collective convention
negociation negocier negotiation negotiations negotiating negotiated negotiate
cse council works representatives
conseil conseiller advice advise advising advised consulting consultant advisory counsel advisor adviser
veille watch
rgpd gdpr privacy
notaire notarial notary notariat acte actes deed deeds
propriete property immobilier immobiliere estate realty
location locatif locative rental lettings letting lease tenancy baux bail
assurance assurances insurance insurer
sinistre sinistres claim claims
banque bancaire bank banking credit credits loan loans pret prets mortgage
secretariat secretaire secretary secretarial administratif administrative administration clerk clerical office
courrier mail post correspondance correspondence letters
agenda agendas diary diaries calendar appointment appointments rendezvous
telephone telephonique phone calls call appels appel telephony standard switchboard
saisie saisir entry keying input typing frappe
classement archivage archiver filing archive archiving archives
voyage voyages travel trip trips tourisme tourism
compte comptes minutes report reports reporting rapport rapports
prospection prospecter prospecting prospect prospects canvassing conquete acquisition coldcalling lead leads
fidelisation fideliser loyalty retention
portefeuille portfolio accounts account
marketing promotion mercatique
reseaux social media community
campagne campagnes campaign campaigns
publicite publicitaire advertising ads ad
marque branding brand brands
evenementiel events event
referencement seo sem
contenu contenus content copywriting
graphisme graphique graphic graphiste design designer
photo photos photographie photography photographer photographe
video videos film films movie tournage tournages shooting shoot shot filming filmmaking cinema cinematographe
camera cameras cadrage cadreur cameraman framing
lumiere lumieres lighting light eclairage eclairages lights gaffer
montage editing editor edit monteur
etalonnage etalonneur grading colour color colorist
son sons sound audio mixage mixing mix
drone drones uav telepilote telepilotage
scenario script scripts screenplay
decor decors set scenery scenographie
costume costumes wardrobe costumier
maquillage maquilleur makeup
regie regisseur stage
merchandising merchandiser vitrine vitrines display displays facing tete gondole reassort rayons rayon shelves shelf shelving
centre call centre center contact
reclamation reclamations complaint complaints sav aftersales
export exportation international import importation incoterms
crm salesforce hubspot pipeline
erp sap
excel tableur spreadsheet spreadsheets pivot croises recherchev lookups vlookup
developpement developper developpeur developer developers development developing programming programmer programmeur coding code coder software concepteur ingenieur engineer engineers engineering
front frontend interface interfaces ui client
back backend serveur server servers
web site websites internet website
base bases donnees database databases data sql postgresql mysql oracle postgres relational relationnel
requete requetes query queries
modelisation modeliser modelling modeling modelled schema schemas
optimisation optimiser tuning optimisation optimise indexes index performance
nuage cloud aws azure gcp
deploiement deployer deployment deploy continuous integration ci cd pipelines pipeline devops
conteneur conteneurs docker container containers kubernetes images
reseau reseaux network networks networking routeur switch cisco
cyber securite security cybersecurity vulnerability
accessibilite accessibility wcag rgaa accessible
test tests testing tester qa recette
agile scrum kanban sprint sprints
javascript js ecmascript
typescript ts tsx
react reactjs jsx
node nodejs nestjs express
api apis rest restful endpoints
python django flask
java spring
php symfony laravel
mobile ios android flutter
intelligence artificielle machine learning ai ia
statistique statistiques statistics statistical
tableau dashboards dashboard bi power reporting
helpdesk hotline incidents incident tickets ticket
systeme system sysadmin administrateur administrator
enseignement enseigner enseignant professeur teacher teaching teach taught teachers professor instructor formateur trainer lessons cours lesson courses classes classe class
mathematiques maths mathematics math
francais french
anglais english
espagnol spanish
allemand german
histoire history geographie geography
physique physics chimie chemistry
eleve eleves pupil pupils student students etudiant etudiants apprenants learners
lycee lycees secondary college school ecole schools scolaire
baccalaureat bac baccalaureate
differenciation differencie differentiation differentiated pedagogique pedagogie pedagogical mixed heterogenes
examen examens exam exams evaluation evaluations evaluer assess assessment assessing
maternelle primaire primary kindergarten preschool
soutien tutoring tutorat tutor
orientation guidance
education educatif educateur educational educator
eveil awakening early
coiffure coiffeur hair hairdresser hairdressing haircut capillaire capillaires coupe coupes cuts cut
coloration colouring coloring couleur couleurs meches highlights colours
barbe barbier beard barber
esthetique estheticien beauty beautician aesthetics spa
epilation waxing wax
manucure manicure nails ongles onglerie pedicure
visage facial facials face peau skin skincare
massage massages modelage
cosmetique cosmetiques cosmetics parfumerie perfume
surveillance surveiller guarding guard patrol patrols ronde rondes monitoring watch
gardien gardiennage guard caretaker concierge security agent
incendie fire ssiap evacuation
secourisme secouriste secourir first sst
acces access filtrage badge badges
videosurveillance cctv videoprotection
cynophile dog handler chien chiens
vol theft shoplifting
cou couture couturier sewing sew seamstress stitching stitch textile machiniste
pressing drycleaning
patron patronage pattern patterns
cuir leather maroquinerie
formation former train training trained trainer coach coaching
stagiaire stagiaires intern interns trainee trainees internship apprenti apprentice
nuit night nights nocturne
weekend weekends dimanche sunday
postees shift shifts
mobilite deplacement deplacements travel travelling mobile
qhse iso9001 14001
energie energy photovoltaique solaire solar panneaux pv
eolien wind turbine
gaz gas
eau water eaux traitement assainissement wastewater sewage
dechet dechets waste recycling recyclage tri
nucleaire nuclear
chimie chemical chemicals chimique
laboratoire lab
impression imprimeur printing printer offset imprimerie
bijouterie bijoutier jewellery jewelry jeweller
optique opticien optics optician lunettes glasses eyewear verres lenses
refraction eyesight vue vision
prothese prothesiste prosthesis prosthetic prosthetics
ambulance ambulancier paramedic paramedics
sage obstetrique midwife midwifery obstetric maternity maternite accouchement births deliveries
psychologie psychologue psychologist psychology
dietetique dieteticien dietitian nutrition
veterinaire veterinary vet
bibliotheque bibliothecaire library librarian livres books
musee museum patrimoine heritage
sport sportif sports fitness
piscine natation pool lifeguard sauveteur swimming
escale airport aeroport aviation avion avions aircraft airline aerien aeronautique aerospace
cabine cabin
train trains rail railway ferroviaire sncf
bateau bateaux ship boat marine maritime naval
ascenseur ascenseurs lift lifts elevator elevators
fibre fiber optique telecom telecoms telecommunications
reseau network
serrurerie serrurier locksmith metallerie metalwork metallier
vitrerie vitrier glazier
echafaudage echafaudages scaffolding scaffolder
demolition demolir
desamiantage amiante asbestos
rehabilitation renovation renover refurbishment renovate
architecte architecture architect architectural
ordonnancement scheduling lancement dispatching
logistique logistics supply chain
`
