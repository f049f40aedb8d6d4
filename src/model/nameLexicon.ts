/*
 * What we know of names before the workspace taught us how common each one is. Written from general knowledge of French,
 * Maghrebi and English names; no register was copied. A missing name costs little: it is taken for a rare one, and the
 * counts of the workspace soon outweigh this table.
 */

/** Spellings of one given name that the sound rules do not bring together, the form we write first. */
const spellings = `
mohamed mohammed mohammad muhammad mohamad muhammed mouhamed mouhamad mouhammad mhamed mhammed med
ahmed ahmad ahmet hmed
abdallah abdellah abdullah abdoullah abdelallah abdulallah
hussein hussain hossein hossain houssein houcine hocine houssine hussien lhoucine lhoussine elhoussine
youssef yousef yousuf youcef yusuf yussef yousif youssouf
mustapha mustafa mostafa moustapha moustafa mostapha
khalid khaled
brahim ibrahim ibrahima
ismail smail ismael esmail ismaël
rachid rashid rached
hicham hisham hichem
jamal djamel jamel djamal gamal
yassine yacine yassin yasin yasine
soufiane sofiane soufian sufyan sofyan
mehdi mahdi elmehdi
meryem mariam myriam maryam miriam meriem mariem
aicha aisha aycha aischa
zahra zohra zehra ezzahra ezzohra azzahra fatimzahra
fatima fatma fatema fatim fatouma fatoumata
khadija khadidja khadijah
leila layla laila leyla layla
salma selma
houda huda hoda
imane iman imen imène
omar omer umar amor
othmane othman osman ousmane uthman otmane outhmane
noureddine nourdine nouredine nureddin
azzeddine azzedine azedine azeddine ezzeddine izeddine
salaheddine salahdine salahedine
abdelrahman abdelrahmane
said saeed saïd
samira samirah
chaima chaimaa chaymae shaima shaymaa
soukaina sukaina sokaina soukayna
hajar hajer hagar
ilyas ilyass elias ilias
amina amena
sara sarah
hasna hassna hasnaa hassnaa
philippe philip phillip philipp
catherine katherine kathryn katharine catharina
alexandre alexander aleksander aleksandr
nicolas nicholas nikolas
mathieu matthieu
frederic frederick frédérick
stephane stephan stéphan
christophe christopher kristof
mickael michael mikael michaël
jonathan johnathan jonatan
jerome gerome
geoffrey jeffrey joffrey
gaelle gaele
thierry thiery
veronique veronica
elodie helodie
laetitia leticia letitia
emilie emily
amandine
anais anaïs
chloe cloe
zoe zoé
lea leah
cecile cecilia
theo teo
steven stephen
johan johann yohan yohann yoann
thibault thibaut thibaud tibo
reda redha ridha rida
yassir yasser yaser
nacer nasser naser nacir
tarik tarek tariq
driss idriss idris
fadwa fadoua
naoufal nawfal naoufel
souhail souhayl souhayel suhail
zouhair zouhir zohair zoheir
taoufik tawfik toufik taoufiq
yacoub yakoub yaacoub
mohcine mouhcine mohsine mohsen mouhsine
slimane soulaimane souleymane soulaymane suleiman slimene
ihssane ihsan ihsane ehsan
wahiba ouahiba
mouad mouaad moad mouadh
wissam ouissam wisam
wafae ouafae
rihab rehab
mathias matthias mattias
lucas lukas loukas
nathalie natalie nathaly
madeleine madeline madelaine
heloise eloise
issa aissa
mamadou mahamadou mamadu
jaouad jawad djaouad
marouane marwan marwane merouane
abdelslam abdeslam
kawtar kaoutar kaouthar kawthar
soukaina soukayna sokaina sukaina soukeina
houssam hossam houssem
oussama osama oussema usama
hajiba hajeba
rokaya roukaya rokia roqaya
maroua marwa
latifa latefa
abdelghani abdelrhani
`

/** Given names that are short for another. Momo, Titi and their like are terms of affection, not names. */
const nicknames = `
alex alexandre alexandra alexander alexis alexia
fred frederic frederique
steph stephane stephanie
manu emmanuel emmanuelle manuel manuela
nico nicolas nicole
seb sebastien
greg gregory gregoire
max maxime maximilien maxence
tom thomas
sam samuel samantha samira samir
dan daniel
mike michael mickael
mick mickael michael
bill william
will william
bob robert
rob robert robin
liz elizabeth elisabeth
beth elizabeth elisabeth
kate katherine catherine
kathy katherine catherine
cathy catherine
jim james
nick nicholas nicolas
chris christophe christopher christian christine christelle
matt matthew mathieu matthieu
mat mathieu matthieu mathis
tony anthony antoine antonio
ben benjamin benoit
ed edouard edward
phil philippe philip
vince vincent
vero veronique
val valerie valentine valentin
isa isabelle
caro caroline carole
dom dominique
domi dominique
pat patrick patricia
gus gustave auguste augustin
theo theodore theophile
leo leonard leopold leonardo
gabi gabriel gabrielle
gaby gabriel gabrielle
gab gabriel gabrielle
raph raphael raphaelle
jo joseph josephine joelle
joe joseph
dave david
steve stephen steven
andy andrew
tim timothee timothy
jeff jeffrey geoffrey
jess jessica
kim kimberly
meg megan margaret
maggie margaret
sandy sandrine sandra
flo florence florent florian
aurel aurelie aurelien
nat nathalie natacha
nath nathalie
bea beatrice
beni benjamin
abdou abdelkader abdelaziz abdelkarim abdallah abderrahim abderrahmane
simo mohamed
naj najat najib
kader abdelkader
rahim abdelrahim
aziz abdelaziz
karim abdelkarim
hamid abdelhamid
hak abdelhak
majid abdelmajid
latif abdellatif
jalil abdeljalil
rahman abdelrahman
salam abdelslam
ghani abdelghani
fatou fatoumata
mady madeleine mahamadou
babs babacar
pape papa
gégé gerard
ludo ludovic
francky franck
virg virginie
sev severine
steff stephanie
magda magdalena
kasia katarzyna
paco francisco
pepe jose
charlie charles charlotte
sasha alexandre alexandra
ricky richard
ray raymond
ted edward theodore
al albert alan
josh joshua
zach zachary
abby abigail
becky rebecca
jenny jennifer
sue susan
vicky victoria
`

/** Given names of a man and a woman that sound alike or nearly: two people, often of one family. */
const sexes = `
frederic frederique
michel michele
michel michelle
daniel daniele
daniel danielle
andre andree
rene renee
emmanuel emmanuelle
gabriel gabrielle
raphael raphaelle
joel joelle
noel noelle
marcel marcelle
axel axelle
pascal pascale
simon simone
valentin valentine
martin martine
louis louise
denis denise
jean jeanne
dominic dominique
eric erica
armand armande
clement clemence
fernand fernande
germain germaine
gael gaelle
mickael mickaelle
`

/** Given names seen often enough to be known as such; the number is people of that name in a thousand. */
const givenNames = `
30 mohamed
20 fatima
14 marie ahmed youssef
12 jean
9 khadija rachid hassan said
8 nathalie isabelle sylvie catherine philippe pierre michel nicolas thomas julien alexandre omar ali mustapha karim aicha
7 sophie celine sandrine stephanie christophe frederic david laurent stephane olivier pascal thierry eric brahim abdellah hamid nadia amina
6 valerie christine anne julie camille aurelie emilie laura patrick alain daniel bernard sebastien vincent antoine maxime kevin hicham khalid samira meryem zahra imane salma mehdi
4 veronique caroline virginie laetitia audrey elodie delphine florence corinne patricia martine monique francoise dominique brigitte helene cecile claire charlotte manon lea chloe emma sarah lucie pauline marion mathilde anais marine justine melanie jessica jennifer amandine morgane oceane fanny gaelle
4 bruno franck gilles didier serge marc luc paul louis lucas hugo leo theo arthur jules gabriel raphael adam nathan mathieu guillaume romain florian benjamin anthony jeremy jonathan mickael fabrice fabien cedric damien ludovic arnaud xavier francois jacques gerard andre claude christian roger robert denis yves joel herve regis emmanuel dimitri quentin clement adrien alexis baptiste valentin simon victor martin samuel tristan
4 abdelkader abdelaziz abdelkarim abderrahim abderrahmane abdelilah abdelhak abdelhamid abdelmajid abdeslam driss jamal aziz jaouad noureddine badr ayoub amine anas soufiane yassine yassir zakaria hamza bilal othmane ilyas ismail adil tarik reda redouane nabil samir mourad farid kamal larbi lahcen houssam oussama walid marouane imad ibrahim idriss moussa hussein mahmoud tarek nordine sofia yasmine
4 naima latifa malika rachida saida zineb zahia souad hanane hajar houda siham sanaa karima hafida hayat jamila leila loubna ghizlane nawal najat bouchra wafa asmae asma chaima soukaina kawtar ikram nora nour lina rim hind fatiha halima mina rabia samia sihem ines myriam yousra ilham
3 awa aminata mariama aissatou fatou ousmane mamadou cheikh abdoulaye oumar boubacar modou ibou khady ndeye seydou bakary koffi kouame yao adjoua aya kwame kofi amadou adama sekou lamine
3 john james william michael robert george charles edward henry richard peter mark andrew stephen steven matthew daniel joseph christopher oliver harry jack emily olivia grace sophia amelia elizabeth mary margaret susan jessica hannah rachel rebecca katherine laura alice charlotte ellen ruth helen lucy
2 lucien lucienne louise simone jeanne michele michelle danielle daniele pascale laurence frederique emmanuelle gabrielle raphaelle valentine andree renee josette odette paulette ginette suzanne yvette yvonne therese madeleine marguerite denise jacqueline colette nicole josephine juliette julia juliana maria lara line lena mila eva ada elsa alicia alice agathe agnes apolline ariane aude beatrice benedicte berenice blandine capucine carole chantal christelle claudine clemence clothilde constance coralie diane edith eloise estelle eugenie evelyne flavie flora gwenaelle ingrid irene jade jocelyne josiane judith karine laurie lydie maeva magali margaux maud melissa mireille muriel myrtille nadine nadege noemie oriane perrine rachel regine romane rose roxane sabine sabrina solene solange sonia stella sylvia tatiana tiphaine vanessa viviane yolande zoe
2 aurelien fabian bastien benoit bertrand boris cyril cyrille denise edouard elie etienne eugene evan ewen felix ferdinand fernand gaetan gael gaspard gautier georges germain gregory gregoire guy gwenael henri hubert jeremie joachim jordan joris josselin kilian leon leonard lionel loic lois lorenzo mael malo marcel marin marius maurice max michael noel norbert octave oscar pascal pierrick raoul raymond remi remy rene roland ronan ryan sacha sylvain teddy tanguy timothee titouan tom ugo ulysse valere victorien william yann yannick yoann yvan
2 karl hamida hamid nadir kader kadija amar amir amira nabila noura saad saadia sami samy said rachida fouad fouzia farida fadwa hakim hakima hamou hind ihsan ilyes jalil jihane kenza khaoula lamia majid majda mariam mounir mounia nadir najib najwa rania rayan rizlane sabah safae safia salah salim salima selim slimane smail tahar taha tayeb wassim yahya younes zahra zaki ziad zohra fatna aya alia aliya noah hasna hasnaa mouna mounira moad mouad
2 ana anna antonio carlos joao jose manuel pedro paulo rui luis miguel fernando francisco ines sofia mario giulia marco luca paolo giovanni andrea alessandro francesca chiara elena irina olga svetlana natalia piotr pawel tomasz jan katarzyna agnieszka ewa anita ivan dragan milan goran mehmet mustafa ayse fatma emre murat
1 adele aimee albane alix aline alison ambre anouk annick annie armelle astrid aurore axelle barbara bernadette berthe bertille bettina candice carla carmen cassandra celestine celia chrystel claudette clementine cindy cynthia daphne deborah dorothee eleonore eliane elisa elise eloane ernestine esther fabienne faustine felicie fernande gabriela geraldine germaine ghislaine gilberte gisele heloise henriette hermine honorine hortense huguette jacinthe jasmine joanna jocelyne johanna jordane julianne katia kelly laure laurine leonie leontine liliane lise lisa loane loriane louna lucette luna madeline maelle maelys manuella marcelle marguerite marianne marielle marjorie marlene maryline maryse maryvonne mauricette melina melodie micheline mylene myriam nicoletta nina noelie noelle noelline odile ophelie oriane pascaline paola peggy penelope pierrette prune rebecca reine roseline rosalie salome sandie sandra severine sidonie soizic suzy sybille thais thea vera victoire victoria violaine violette wendy yaelle yseult
1 achille aime alban albert albin alec aloys amaury ambroise anatole andrea ange anselme anton armel armand aubin auguste augustin axel balthazar barnabe basile bastian baudouin brice calixte camil celestin cesar charly christopher claudio colin come constant constantin corentin cyprien damian dany desire donatien dorian edgar edmond eliot eliott eloi emile emilien enzo erwan erwann ethan evrard fabrizio faustin felicien firmin flavien francis freddy gaston gauthier geoffroy ghislain gilbert gildas gino giovanni gregor guilhem gwendal gustave harold hector helori henry hippolyte honore hyacinthe igor isidore jason jean-paul joan joel johan johann johnny jordy josue jude justin kenny kenzo kylian lambert landry lazare leandre leopold loan loick louka ludwig lukas maelan marceau marcelin martial mateo mathias mathis mathurin matteo matthias maximilien melchior morgan nathanael nestor nils noam nolan olivier oscar owen pacome paulin pierre-yves prosper rafael rodolphe rodrigue roger romaric romuald samson sandro severin silvere simeon stanislas sullivan sylvestre thibaud thibault thibaut theodore theophile timeo tiago tonio tony urbain valentino valery vianney vivien wilfried yanis yannis yohan yohann yvon zacharie
1 abdelrahim abdelrahman abdelslam abdellatif abdeljalil abdelghani abdelmalek abdelmoumen abdelouahed abdelwahab abdelhafid abdessamad abdelnour achraf afaf ahlam akram amal aissa akim amel amrane anass anwar aouatif arij asmaa assia ayman azzeddine bachir badreddine basma benaissa bouabid bouazza bouchaib boujemaa brahima charaf chafik chakib chadia charifa chourouk dalal dalila djamila djibril douae doha elhassan fadel fadila fadoua faical faissal fares faten fathia fayçal fayza firdaous firas fethi ghita habib habiba hafid hafsa hakima halim hamdi hamouda hanae hanan hanifa haroun hassiba hassania hatim haytham hedi hela houria ibtissam idir ilham iliass intissar issam ihssane iyad jaafar jabir jalal jawad jihad jinane kaddour kaoutar karam kheira khalil khaled khadim khalifa kheireddine lahoucine laid lamyae lotfi louay maha mahfoud mahjoub malak malek manal marwa maroua mehenni messaoud miloud mimoun mokhtar moncef monia mouloud mouhcine mohcine mouaad moulay mounim mouncef munir nabiha nacer nacera nadjet nafissa naguib nahla naim najia naoufal naoual nasser nassima nassim nawel nezha nizar noha nouha nouhaila ouafae ouail ouiam ouissam oumaima oumnia rabah rabie rachad rafik rahma raja rajae ramzi rayane redha rihab riad riadh ridha rokaya rym saadeddine sabrine sadek safa safouane sakina salaheddine salam salem salwa sana sanae selma sirine skander sofian soulaimane soumaya soundous souhail souhaila soukayna taoufik tawfik thami touria wael wahib wahiba wahid wail wiam wided widad wissal wissam yacoub yahia yamina yasser yazid younous yosra zainab zakia zahir zahra zouhair zouhir zoubida zoulikha
1 abdou abdoul aida aliou alioune alpha amy anta arame assane assetou astou ayawa babacar baba binta birame bineta boubou coumba daouda demba diarra diarietou djeneba djenabou dramane elhadj fanta fatima fatoumata fode gora habibatou hawa ibou idrissa issa issouf kadiatou kalidou khadim kodjo kossi komlan lassana lassine maimouna makan malick mamady mame mansour mariam massamba mbaye modibo moustafa moriba ndeye nene ngone nogaye ousseynou ousmane papa pape penda rama ramatoulaye rokhaya saliou salimata sadio samba seynabou sira sirandou soda souleymane tidiane thierno yacouba youssoufa yaya adama akissi affoue amenan brou yapi ahou kouadio koffi kouakou konan adjo akua abena kojo kweku yaw ama efua ifeanyi chidi chinedu emeka ngozi amaka oluwaseun tunde segun folake blessing precious fabrice
1 aaron abigail adrian aidan alan albert alexandra alfie amanda amber amy angela april archie ashley austin barry beth brandon brenda brian callum carl cameron carol cheryl chloe claire colin connor craig daisy darren dawn dean debbie dennis derek diana donald donna douglas duncan eileen elaine eleanor erin evelyn fiona frank freya gareth gary gavin geoffrey gemma georgia gillian glen gordon graham grant gwen hamish hayley hazel heather heidi holly howard hugh iain ian isla jacob jade janet jane jasmine jason jean jodie joanne joan joanna joshua joyce julian karen keith kelly kenneth kerry kieran kirsty kyle leanne lee leslie liam linda lisa lorna louise lynn malcolm marcus marie marian marilyn megan melissa mia miles natalie natasha neil nigel norman oscar owen pamela patricia paula philippa phoebe poppy rachael ralph raymond rhys robin roger ronald rory rosie ross roy ruby russell ryan sally samantha scott sean shane sharon shaun sheila sian simon spencer stewart stuart tara teresa terry timothy tina toby tracey trevor valerie victoria wayne wendy zachary
`

/** Surnames borne by many; the number is people of that name in a thousand. */
const surnames = `
4 martin
2.2 bernard thomas petit robert richard durand dubois moreau laurent simon michel lefebvre leroy roux david bertrand morel fournier girard bonnet dupont lambert fontaine rousseau vincent muller lefevre faure andre mercier blanc guerin boyer garnier chevalier francois legrand gauthier garcia perrin robin clement morin nicolas henry roussel mathieu gautier masson marchand duval denis dumont marie lemaire noel meyer dufour meunier brun blanchard giraud joly riviere lucas brunet gaillard barbier arnaud martinez gerard roche renard schmitt roy leroux colin vidal caron picard roger fabre aubert lemoine renaud dumas lacroix olivier philippe bourgeois pierre benoit rey leclerc payet rolland leclercq guillaume lecomte lopez jean dupuy guillot hubert berger carpentier sanchez dupuis moulin louis deschamps huet vasseur perez boucher fleury royer klein jacquet adam paris poirier marty aubry guyot carre charles renault charpentier menard maillard baron bertin bailly herve schneider fernandez le leger
4 alaoui amrani idrissi
3 bennani benali tazi berrada benjelloun cherkaoui fassi naciri filali lahlou kettani chraibi tahiri ouazzani hassani saidi ziani rachidi bouazza mansouri daoudi mokhtari bouzid hamdi haddad belkacem brahimi mebarki ammari slimani cherif toumi ferhat benkirane zerouali guerraoui ouali slaoui sefrioui skalli squalli jabri khattabi hajji rami ghazali lamrani sabri chaoui belhaj mrani moussaoui touhami kadiri fathi
3 diallo ba sow diop ndiaye fall gueye traore toure keita coulibaly camara kone kante cisse sylla diarra konate ouattara kouassi kouame mensah owusu nguyen tran pham le
1 adam albert alexandre allard allain antoine bailleul barre baudry beaumont benard berthelot besson bigot blondel bodin bonneau bouchet boulanger bourdon bouvier breton bruneau buisson camus carlier cohen collet cordier coste cousin couturier delannoy delattre delaunay delorme deschamps devaux didier dubreuil duhamel dupre etienne evrard ferrand ferry gallet germain gilbert gilles girard godard gomez gosselin grandjean gregoire gros guerin guichard guillet guillon hamel hamon hebert humbert imbert jacob jacques jacquot joubert julien klein lacaze lacombe lambert langlois laporte launay lebon lebrun leconte ledoux lefort lejeune lemaitre lenoir lesage letellier leveque levy mace mahe maillot mallet marechal marion martel maury michaud millet monnier morvan navarro neveu nicolas normand pages parent pasquier pelletier peltier perret perrier perrot philippon pichon picot pineau pires pottier poulain prevost raymond raynaud regnier remy renard rey ribeiro richard riou robin rodriguez roussel ruiz salmon sauvage seguin tanguy tessier thibault tournier vaillant valette verdier vidal vincent voisin weber
1 achour aboulkacem aissaoui akhdar amara amri arabi atlas azzouzi badaoui bakkali belaid belkhayat belmekki benabdallah benaissa benamar benchekroun benhamou benjelloun benmoussa bennis bensaid bensalah bouabdallah bouchaib boudiaf boukhari boumediene bouzidi chaabane chakir charaf chahid chaouch dahbi dahmani derouiche djebbar drissi elkhayat elhaddad eljaafari ennaji fadili faraj gharbi guessous hachemi hafidi hakimi halimi hamdaoui hamidi hammouchi hariri hilali houari iraqi ismaili jaafari jabrane jamali jebari kabbaj kacem kassimi khalfi khalil khelifi lahbabi lakhdar larbi lazrak loukili madani majidi makhlouf malki maliki mernissi meziane miloudi moumni moussa naji najjar nasri nouri ouahbi oudghiri ouadghiri qadiri rahali rahmani rami regragui sadiki sahli salhi salmi sebti semlali senhaji tadlaoui talbi taleb tounsi yacoubi yahiaoui zaki zahraoui zemmouri zerhouni zidane zouaoui
1 badji balde bamba barry bathily bayo biaye cissoko cisse dabo dembele diaby diagne diakite diallo dia dieng diouf doumbia faye gassama gaye gomis guindo kaba kaboré kamara kanoute kebe konare koita kouyate ly magassa maiga mané mbaye mbengue mendy ndao ndoye niang niakate ouedraogo samake sanogo sangare sarr seck seye sidibe sissoko soumare sy tall tamba tandia thiam wade yattara zongo adjei agyeman appiah asante boateng danso ofori osei addo okafor okonkwo eze adeyemi adebayo balogun ibrahim bello nkosi moyo
2.5 smith jones taylor brown williams wilson johnson davies evans walker white green hall wood harris clark lewis jackson robinson wright king hill moore cooper ward morris rodrigues ferreira silva santos pereira costa lopes gonzalez rodriguez
`

/** Arabic script, without its article and marks, in the spelling that Latin forms are compared with. */
const arabicNames: Record<string, string> = {
  محمد: 'mohamed', احمد: 'ahmed', محمود: 'mahmoud', يوسف: 'youssef', علي: 'ali', حسن: 'hassan', حسين: 'hussein', عمر: 'omar',
  خالد: 'khalid', سعيد: 'said', رشيد: 'rachid', كريم: 'karim', مصطفي: 'mustapha', ابراهيم: 'brahim', اسماعيل: 'ismail',
  هشام: 'hicham', جمال: 'jamal', كمال: 'kamal', ياسين: 'yassine', سفيان: 'soufiane', مهدي: 'mehdi', ايوب: 'ayoub', امين: 'amine',
  انس: 'anas', حمزه: 'hamza', بلال: 'bilal', عثمان: 'othmane', الياس: 'ilyas', عادل: 'adil', طارق: 'tarik', رضا: 'reda', نبيل: 'nabil',
  سمير: 'samir', مراد: 'mourad', فريد: 'farid', وليد: 'walid', مروان: 'marouane', عماد: 'imad', زكرياء: 'zakaria', زكريا: 'zakaria',
  ادريس: 'driss', عزيز: 'aziz', حميد: 'hamid', جواد: 'jaouad', بدر: 'badr', فاطمه: 'fatima', زهراء: 'zahra', زهره: 'zahra', خديجه: 'khadija',
  عائشه: 'aicha', عايشه: 'aicha', امينه: 'amina', مريم: 'meryem', ليلي: 'leila', سلمي: 'salma', هدي: 'houda', ايمان: 'imane',
  ساره: 'sara', سميره: 'samira', نادیه: 'nadia', ناديه: 'nadia', نعيمه: 'naima', لطيفه: 'latifa', مليكه: 'malika', رشيده: 'rachida',
  سعيده: 'saida', زينب: 'zineb', سعاد: 'souad', حنان: 'hanane', هاجر: 'hajar', سهام: 'siham', سناء: 'sanaa', كريمه: 'karima',
  حياه: 'hayat', جميله: 'jamila', لبني: 'loubna', غزلان: 'ghizlane', نوال: 'nawal', بشري: 'bouchra', وفاء: 'wafa', اسماء: 'asmae',
  شيماء: 'chaima', سكينه: 'soukaina', كوثر: 'kawtar', نور: 'nour', لينا: 'lina', هند: 'hind', حليمه: 'halima', ياسمين: 'yasmine',
  علوي: 'alaoui', عمراني: 'amrani', ادريسي: 'idrissi', بناني: 'bennani', تازي: 'tazi', براده: 'berrada', شرقاوي: 'cherkaoui', فاسي: 'fassi',
  ناصري: 'naciri', فيلالي: 'filali', منصوري: 'mansouri', سعيدي: 'saidi', زياني: 'ziani', حداد: 'haddad', بنعلي: 'benali', بنجلون: 'benjelloun',
} // prettier-ignore

const rows = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.normalize('NFKD').replace(/\p{M}/gu, '').split(' ').filter(Boolean))

const canonicalBySpelling = new Map<string, string>()
for (const [first, ...others] of rows(spellings)) {
  canonicalBySpelling.set(first!, first!)
  for (const other of others) if (!canonicalBySpelling.has(other)) canonicalBySpelling.set(other, first!)
}

const fullsByShort = new Map<string, Set<string>>()
for (const [short, ...fulls] of rows(nicknames))
  fullsByShort.set(short!, new Set(fulls.map((full) => canonicalName(full))))

const otherSex = new Set(rows(sexes).flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))

const shares = new Map<string, number>()
const givens = new Set<string>()
for (const [perThousand, ...names] of rows(givenNames))
  for (const name of names) {
    const canonical = canonicalName(name)
    givens.add(canonical)
    if (!shares.has(canonical)) shares.set(canonical, Number(perThousand) / 1000)
  }
const families = new Set<string>()
for (const [perThousand, ...names] of rows(surnames))
  for (const name of names) {
    families.add(name)
    shares.set(name, Math.max(shares.get(name) ?? 0, Number(perThousand) / 1000))
  }

/** The spelling a folded name word is compared under: its group's first, else itself. */
export function canonicalName(word: string): string {
  return canonicalBySpelling.get(word) ?? word
}

/** True when one canonical word is short for the other, or both are short for one name. */
export const isNickname = (a: string, b: string): boolean =>
  (fullsByShort.get(a)?.has(b) ?? false) || (fullsByShort.get(b)?.has(a) ?? false)

/** True for two canonical words that name a man and a woman, however alike they sound. */
export const areOfTwoSexes = (a: string, b: string): boolean => otherSex.has(`${a} ${b}`)

/** The names a short one may stand for, and none for others. */
export const namesBehind = (word: string): ReadonlySet<string> => fullsByShort.get(word) ?? nobody
const nobody: ReadonlySet<string> = new Set()

/** True for a canonical word known as a given name. Some are surnames as well. */
export const isGivenName = (word: string): boolean => givens.has(word)

/** True for a word known as a surname of many. Some are given names as well. */
export const isSurname = (word: string): boolean => families.has(word)

/** The share of people who bear a canonical word in their name, before the workspace was counted. */
export const presumedShare = (word: string): number => shares.get(word) ?? (givens.has(word) ? 0.002 : 0.000_15)

/** The Latin spelling of a word in Arabic script without its article, when it is known. */
export const knownArabic = (word: string): string | undefined => arabicNames[word]
