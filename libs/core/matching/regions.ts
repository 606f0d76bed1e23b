/**
 * Parts of countries that act in the news by themselves, in the form of the table of countries: code, names and
 * demonyms, after "|" what stands for the government. Georgia is the country.
 */
export const REGION_TABLE = `
us-al alabama,alabamian |
us-ak alaska,alaskan,alaskans |
us-az arizona,arizonan,arizonans | phoenix
us-ar arkansas,arkansan | little rock
us-ca california,californian,californians,calif | sacramento
us-co colorado,coloradan,colo | denver
us-ct connecticut,conn |
us-de delaware |
us-fl florida,floridian,floridians,fla | tallahassee
us-hi hawaii,hawaiian | honolulu
us-id idaho,idahoan | boise
us-il illinois,illinoisan |
us-in indiana,hoosier | indianapolis
us-ia iowa,iowan,iowans | des moines
us-ks kansas,kansan,kansans | topeka
us-ky kentucky,kentuckian,ky |
us-la louisiana,louisianan | baton rouge
us-me maine |
us-md maryland,marylander | annapolis
us-ma massachusetts |
us-mi michigan,michigander |
us-mn minnesota,minnesotan,minn | st paul
us-ms mississippi,mississippian |
us-mo missouri,missourian |
us-mt montana,montanan |
us-ne nebraska,nebraskan |
us-nv nevada,nevadan | carson city
us-nh new hampshire |
us-nj new jersey | trenton
us-nm new mexico,new mexican | santa fe
us-ny new york,new yorker,new yorkers | albany
us-nc north carolina,north carolinian | raleigh
us-nd north dakota,north dakotan | bismarck
us-oh ohio,ohioan,ohioans |
us-ok oklahoma,oklahoman | oklahoma city
us-or oregon,oregonian |
us-pa pennsylvania,pennsylvanian | harrisburg
us-ri rhode island,rhode islander |
us-sc south carolina,south carolinian |
us-sd south dakota,south dakotan | pierre
us-tn tennessee,tennessean | nashville
us-tx texas,texan,texans | austin
us-ut utah,utahn | salt lake city
us-vt vermont,vermonter | montpelier
us-va virginia,virginian |
us-wv west virginia,west virginian |
us-wi wisconsin,wisconsinite |
us-wy wyoming,wyomingite | cheyenne
us-pr puerto rico,puerto rican,puerto ricans | san juan
gb-sct scotland,scottish,scots,scot | holyrood
gb-wls wales,welsh | cardiff
gb-nir northern ireland,northern irish,ulster | stormont
gb-eng england,english |
es-ct catalonia,catalan,catalans | barcelona
es-pv basque country,basque,basques |
de-by bavaria,bavarian,bavarians | munich
ca-qc quebec,quebecois,quebecer |
ca-on ontario,ontarian |
ca-ab alberta,albertan | edmonton
ca-bc british columbia |
cn-hk hong kong,hongkonger,hongkongers |
cn-xj xinjiang,uyghur,uighur,uyghurs,uighurs |
cn-tb tibet,tibetan,tibetans | lhasa
in-jk kashmir,kashmiri,kashmiris | srinagar
in-pb punjab,punjabi |
ua-cr crimea,crimean | simferopol,sevastopol
ua-dn donbas,donbass |
ru-ce chechnya,chechen,chechens | grozny
iq-kr kurdistan,kurdish,kurds,kurd | erbil
ba-rs republika srpska | banja luka
ge-ab abkhazia,abkhaz,abkhazian | sukhumi
ge-os south ossetia,south ossetian,ossetian | tskhinvali
az-nk nagorno karabakh,karabakh | stepanakert
md-tr transnistria,transnistrian | tiraspol
et-ti tigray,tigrayan,tigrayans | mekelle
sd-df darfur |
so-sl somaliland | hargeisa
gl greenland,greenlandic,greenlanders | nuuk
fo faroe islands,faroese |
nc new caledonia,kanak | noumea
au-qld queensland | brisbane
au-nsw new south wales |
au-vic victoria |
id-pa papua,papuan |
eh western sahara,sahrawi |
`;

/**
 * Heads of state and government and foreign ministers whose surname alone says which country acts. Surnames that are
 * also words or first names ("May", "Brown", "Bush") are left out.
 */
export const LEADER_TABLE = `
ru putin,medvedev,lavrov,peskov,shoigu,mishustin
ua zelensky,zelenskiy,zelenskyy,poroshenko,yanukovych,kuleba,zaluzhny
us biden,trump,obama,blinken,clinton,reagan,yellen
gb sunak,starmer,blair,thatcher,farage
cn xi,jinping,hu jintao,li keqiang
tw tsai,lai ching-te
de merkel,scholz,merz,baerbock,habeck,steinmeier
fr macron,hollande,sarkozy,chirac,mitterrand
it meloni,draghi,renzi,berlusconi,mattarella
es rajoy,zapatero
pl tusk,morawiecki,duda,kaczynski
by lukashenko,tsikhanouskaya
hu orban
tr erdogan
ir khamenei,rouhani,raisi,ahmadinejad,pezeshkian,zarif
il netanyahu,gantz,lapid,olmert
ps abbas,haniyeh,sinwar
sy assad
eg sisi,mubarak,morsi
ly gaddafi,haftar
sd bashir,burhan
et abiy
rw kagame
ke ruto,kenyatta,odinga
ng buhari,tinubu
za ramaphosa,zuma,mandela
zw mugabe,mnangagwa
in modi,manmohan singh
pk musharraf
lk rajapaksa,wickremesinghe
af karzai,ghani
am pashinyan
az aliyev
ge saakashvili,ivanishvili
rs vucic,milosevic
sk fico
nl rutte
dk frederiksen
se kristersson
fi niinisto
gr tsipras,mitsotakis
jp abe,kishida,suga,koizumi
kr moon jae-in,yoon suk-yeol
kp kim jong un,kim jong il
mm suu kyi
th prayut,thaksin,shinawatra
my mahathir
id jokowi,widodo,prabowo
ph duterte,marcos
au albanese,turnbull
nz ardern,luxon
ca trudeau,poilievre
mx lopez obrador,amlo,sheinbaum
ve maduro,chavez,guaido
co petro,uribe
pe fujimori
bo morales
br bolsonaro,lula,rousseff
ar milei,macri,kirchner
cl boric,pinera
cu castro,diaz-canel
sv bukele
ni ortega
eu von der leyen,borrell,juncker
nato stoltenberg
un guterres
`;
