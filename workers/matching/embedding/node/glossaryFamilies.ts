/**
 * Skills, tools and titles that go together without meaning the same, of our own writing: who knows one is near the
 * others. One family a line, both languages mixed.
 */
export const familyLines = `
Docker | Kubernetes | conteneurs | containers | orchestration de conteneurs | container orchestration | Helm | Podman | OpenShift
CI/CD | intégration continue | continuous integration | Jenkins | GitLab CI | GitHub Actions | déploiement continu | continuous deployment
Terraform | Ansible | infrastructure as code | infrastructure en tant que code | Puppet | Chef configuration | Pulumi
AWS | Amazon Web Services | Azure | Google Cloud | GCP | cloud | informatique en nuage | cloud computing
Prometheus | Grafana | supervision | monitoring | Datadog | ELK | observabilité | observability | Nagios | Zabbix
Linux | Debian | Ubuntu | Red Hat | Unix | shell | Bash | administration système | system administration
Windows Server | Active Directory | GPO | Microsoft 365 | Office 365 | PowerShell | Exchange
React | Vue.js | Angular | Svelte | Next.js | front-end | JavaScript | TypeScript | HTML | CSS | développement front-end | frontend development
Node.js | Express | NestJS | back-end JavaScript | JavaScript côté serveur | server-side JavaScript
Java | Spring | Spring Boot | Hibernate | Maven | J2EE | JVM | Kotlin
PHP | Symfony | Laravel | WordPress | Drupal | Prestashop
Python | Django | Flask | FastAPI | scripts Python | Python scripting
C# | .NET | ASP.NET | Entity Framework | Blazor
C | C++ | embarqué | embedded | microcontrôleur | microcontroller | RTOS | firmware
Swift | iOS | Kotlin Android | Android | Flutter | React Native | développement mobile | mobile development
SQL | PostgreSQL | MySQL | Oracle | MariaDB | SQL Server | base de données relationnelle | relational database
MongoDB | NoSQL | Redis | Elasticsearch | Cassandra
Spark | Hadoop | Kafka | Airflow | ETL | pipelines de données | data pipelines | entrepôt de données | data warehouse | Snowflake | dbt
Power BI | Tableau logiciel | Qlik | visualisation de données | data visualisation | tableaux de bord | dashboards | reporting
machine learning | apprentissage automatique | deep learning | apprentissage profond | TensorFlow | PyTorch | scikit-learn | intelligence artificielle
API REST | REST API | GraphQL | microservices | web services | services web
Git | GitHub | GitLab | gestion de versions | version control
Jira | Confluence | Scrum | agile | Kanban | méthodes agiles | agile methods | sprint
tests unitaires | unit testing | Selenium | Cypress | tests automatisés | automated testing | JUnit | Playwright
Cisco | CCNA | routage | switching | VLAN | LAN | WAN | TCP/IP | firewall | pare-feu | VPN | routeurs | routers
SIEM | SOC | pentest | test d'intrusion | penetration testing | ISO 27001 | cybersécurité | cybersecurity | gestion des vulnérabilités
Figma | Sketch | Adobe XD | maquettes | wireframes | prototypage | prototyping | UX | UI
Photoshop | Illustrator | InDesign | Adobe Creative Suite | PAO | desktop publishing | retouche photo
Premiere Pro | After Effects | Final Cut | DaVinci Resolve | montage vidéo | video editing | motion design
AutoCAD | Revit | BIM | DAO | CAO | SolidWorks | CATIA | Creo | dessin technique | technical drawing | CAD
SAP | ERP | Sage X3 | Oracle ERP | Navision | Odoo | progiciel de gestion | enterprise resource planning
Sage | Ciel | EBP | Cegid | QuickBooks | saisie comptable | logiciel comptable | accounting software
Excel | tableur | spreadsheet | tableaux croisés dynamiques | pivot tables | VBA | macros | Word | PowerPoint | pack Office | bureautique
Salesforce | HubSpot | CRM | gestion de la relation client | customer relationship management | Zoho | Pipedrive
SEO | référencement naturel | Google Ads | SEA | Google Analytics | marketing digital | digital marketing | e-mailing
réseaux sociaux | social media | Facebook | Instagram | LinkedIn | TikTok | community management
rapprochement bancaire | bank reconciliation | TVA | VAT | déclaration fiscale | tax return | clôture mensuelle | month-end closing | bilan | liasse fiscale | lettrage
bulletins de paie | payslips | DSN | Silae | CNSS | déclarations sociales | gestion de la paie | payroll
sourcing candidats | entretien de recrutement | job interview | LinkedIn Recruiter | ATS | recrutement | recruitment
prospection téléphonique | cold calling | phoning | prise de rendez-vous | appointment setting | prospection commerciale | business prospecting
encaissement | caisse | cash register | tenue de caisse | cash handling | fond de caisse
mise en rayon | facing | réassort | shelf stocking | étiquetage prix | inventaire magasin
CACES 1 | CACES 3 | CACES 5 | CACES R489 | chariot élévateur | forklift licence | forklift licence certificate | gerbeur | transpalette électrique | pallet truck
préparation de commandes | order picking | picking | scan | vocale | voice picking | palettisation | palletising | filmage
WMS | gestion de stock | stock management | inventory management | gestion d'entrepôt | warehouse management
permis C | permis CE | permis EC | FIMO | FCO | carte conducteur | HGV licence | CPC driver | chronotachygraphe | tachograph | ADR
incoterms | transit | dédouanement | customs clearance | import-export | freight forwarding
soudure TIG | soudure MIG | soudure MAG | soudure à l'arc | TIG welding | MIG welding | arc welding | brasage | soudage
lecture de plans | reading blueprints | reading technical drawings | traçage | métrologie | pied à coulisse | caliper | micromètre
commande numérique | CNC | programmation CN | CNC programming | Fanuc | Heidenhain | Siemens Sinumerik | tournage | fraisage
automates programmables | PLC | Siemens S7 | TIA Portal | Schneider | supervision industrielle | SCADA | GRAFCET
GMAO | CMMS | maintenance préventive | preventive maintenance | maintenance curative | dépannage | troubleshooting
habilitation électrique | BR | B2V | H0B0 | electrical authorisation | électricité industrielle | câblage d'armoires | tableau électrique | switchboard wiring
climatisation | pompe à chaleur | heat pump | CVC | HVAC | fluides frigorigènes | refrigerants | froid commercial | chambre froide
plomberie | plumbing | sanitaire | chauffage | heating | PER | cuivre | pose de sanitaires | soudure cuivre
coffrage | formwork | ferraillage | béton armé | reinforced concrete | banches | dalle | fondations | foundations
placo | plaques de plâtre | plasterboard | cloisons | drywall | isolation | bandes à joints | faux plafond
peinture | enduit | papier peint | wallpaper | ravalement | façade | revêtement mural
carrelage | tiling | faïence | mosaïque | chape | screed | pose de sols
travail en hauteur | working at heights | échafaudage | scaffolding | harnais | harness | nacelle CACES | PEMP
toilette des patients | patient hygiene | aide au repas | soins de confort | nursing | change | mobilisation | transferts | lever de malade
prise de sang | blood sampling | injections | perfusion | infusion | pansements | wound dressing | constantes | vital signs | administration de médicaments
EHPAD | maison de retraite | nursing home | gériatrie | geriatrics | personnes âgées | elderly care | Alzheimer
bloc opératoire | operating room | stérilisation | anesthésie | instrumentation chirurgicale
petite enfance | crèche | nursery | childcare | puériculture | éveil | biberon
service à table | table service | mise en place | port de plateau | prise de commandes | dressage des tables | débarrassage
HACCP | hygiène alimentaire | food hygiene | food safety | chaîne du froid | cold chain | traçabilité alimentaire
cuisson | cooking | découpe de légumes | sauces | grillades | poste chaud | poste froid | plonge | cuisine traditionnelle
Opera PMS | check-in | check-out | réservations hôtelières | hotel reservations | accueil client hôtel | front office | yield management
bionettoyage | nettoyage industriel | autolaveuse | monobrosse | industrial cleaning | désinfection des locaux | scrubber dryer
ronde de sécurité | contrôle d'accès | access control | vidéosurveillance | CCTV | SSIAP | filtrage | carte professionnelle sécurité
taille des arbres | pruning | tonte | débroussaillage | plantation | espaces verts | landscaping | tronçonneuse | chainsaw
plombier | plumber | chauffagiste | heating engineer | climaticien | frigoriste | HVAC technician
électricien | electrician | électrotechnicien | électromécanicien | technicien de maintenance | automaticien
maçon | bricklayer | coffreur | carreleur | tiler | façadier | plaquiste | manœuvre | construction worker
menuisier | joiner | charpentier | carpenter | ébéniste | cabinet maker | agenceur
soudeur | welder | chaudronnier | boilermaker | tuyauteur | pipefitter | serrurier métallier | metalworker
tourneur | fraiseur | machinist | usineur | opérateur CN | régleur | ajusteur
cariste | forklift driver | magasinier | préparateur de commandes | order picker | manutentionnaire | warehouse worker
chauffeur poids lourd | truck driver | chauffeur livreur | delivery driver | conducteur de bus | bus driver | conducteur routier
infirmier | nurse | aide-soignant | care assistant | auxiliaire de vie | sage-femme | cadre de santé
serveur | waiter | chef de rang | barman | barista | maître d'hôtel | commis de salle
cuisinier | cook | chef de partie | commis de cuisine | second de cuisine | pâtissier | head chef | pizzaiolo
réceptionniste | hotel receptionist | concierge | night auditor | gouvernante | femme de chambre
comptable | accountant | aide-comptable | contrôleur de gestion | auditeur | expert-comptable | trésorier | gestionnaire de paie
assistant RH | recruteur | recruiter | HR manager | gestionnaire de paie | chargé de formation | responsable ressources humaines
vendeur | sales assistant | caissier | cashier | employé libre-service | chef de rayon | conseiller de vente
commercial | sales representative | business developer | technico-commercial | account manager | ingénieur commercial
téléconseiller | call centre agent | chargé de clientèle | customer service | télévendeur
assistant administratif | secrétaire | secretary | assistant de direction | standardiste | agent d'accueil | office manager
développeur web | web developer | développeur full stack | développeur front-end | développeur back-end | software engineer | ingénieur logiciel
administrateur systèmes | DevOps | ingénieur réseau | network engineer | cloud engineer | technicien informatique | system administrator
data analyst | data scientist | data engineer | statisticien | business intelligence analyst
chef de projet | project manager | product owner | scrum master | business analyst | product manager
agent de sécurité | security guard | agent de surveillance | rondier | maître-chien | agent SSIAP
agent d'entretien | cleaner | femme de ménage | agent de propreté | laveur de vitres | agent de service hospitalier
opérateur de production | production operator | conducteur de ligne | agent de conditionnement | monteur assembleur | line operator
ouvrier agricole | farm worker | ouvrier viticole | maraîcher | tractoriste | agriculteur
jardinier | gardener | paysagiste | landscaper | élagueur | horticulteur
coiffeur | hairdresser | barbier | esthéticien | beautician | maquilleur
enseignant | teacher | professeur | formateur | trainer | éducateur | assistant d'éducation
graphiste | graphic designer | UX designer | webdesigner | directeur artistique | illustrateur | motion designer
couturier | seamstress | piqueuse machine | sewing machinist | modéliste | coupeur textile | retoucheur
mécanicien auto | car mechanic | carrossier | mécanicien poids lourds | électricien auto | contrôleur technique
`
