"""Goal words: what the text rules know of bokmål and nynorsk.

Each list is whole words; «*» stands for any ending, and «|» parts them.
Source: docs/method/goal-check.md, «Ordene».
"""

import re

VAGUE_VERBS = (
    "styrk*|fokus*|ha fokus|økt fokus|auka fokus|sette søkelys*|bidra|bidrar|"
    "medvirk*|legge til rette|legges til rette|legg til rette|leggje til rette|"
    "leggjast til rette|tilrettelegg*|videreutvikl*|vidareutvikl*|videreføre*|"
    "vidareføre*|utvikl*|jobbe|jobber|jobbar|arbeide|arbeider|arbeid* med|sikr*|"
    "fremme*|fremje*|understøtt*|støtte|støtter|støttar|optimalisere*|optimaliser|"
    "ivareta*|ta vare på|tar vare på|tek vare på|forbedr*|bli betre på|betre på|"
    "tilstreb*|hev*|bevisst forhold|medvite forhold|synliggjør*|synleggjer*|forankr*|"
    "satse*|følge opp|følgje opp|samordn*|koordiner*|sørge*|sørgje*|prioriter*|"
    "effektiviser*|bli bedre|bli betre|gjøre bedre kjent|gjere betre kjent|skape*|"
    "stimuler*|motivere|motiverer|moderniser*|profesjonaliser*|kvalitetssikr*|"
    "opprettholde*|oppretthald*|verne om|vektlegg*|vektlegge*|søke å|forsøke*|"
    "prøve å|oppmuntre*|inspirer*|samhandl*|ruste|ruster|løfte*|spisse|spisser|"
    "rette oppmerksomhet*|ta ansvar|tar ansvar|tek ansvar"
)

COMPARATIVES = (
    "færre|flere|fleire|mer|meir|mindre|bedre|betre|bedret|høyere|høyre|høgare|"
    "lavere|lågare|kortere|kortare|lengre|lengere|lengare|raskere|raskare|tettere|"
    "tettare|sterkere|sterkare|større|sikrere|tryggere|tryggare|enklere|enklare|"
    "tydeligere|tydelegare|bredere|breiare|oftere|oftare|renere|reinare|grønnere|"
    "grønare|jevnere|jamnare|sunnere|sunnare|friskere|friskare|varmere|varmare|"
    "nærere|nærare|billigere|billegare|smartere|smartare|lettere|lettare|økt|økte|"
    "økende|auka|aukande|redusert|reduserte|styrket|styrka|forbedret|forbetra|"
    "forkortet|senket|hevet|heva"
)

CHANGE_VERBS = (
    "øke|økes|øker|auke|aukast|aukar|redusere|reduseres|reduserer|reduserast|kutte|"
    "kuttes|kutter|kuttar|senke|senkes|senker|senkast|heve|heves|hever|minske|"
    "minskes|minsker|minskar|forbedre|forbedres|forbedrer|forbetre|forbetrast|betre|"
    "bedre|bedrer|korte ned|få ned|få opp|få flere|få fleire|begrense|avgrense|"
    "halvere|halverer|doble|dobler|skaffe|forkorte|redusering|holde budsjettet|"
    "halde budsjettet|nå|nære|beholde|behalde"
)

VAGUE_LEADS = (
    "styrke|styrkje|videreutvikle|vidareutvikle|utvikle|sikre|fremme|fremje|"
    "optimalisere|effektivisere|ivareta|videreføre|vidareføre|legge til rette|"
    "leggje til rette|bidra til|skape"
)
"""Those that open a goal of their own."""

SLOGANS = (
    "best|beste|fremst|fremste|ledende|leiande|i særklasse|særklasse|nummer én|"
    "nummer 1|nr. 1|landets|norges|noregs|verdens|nordens|mest attraktive|attraktiv*|"
    "fyrtårn*|forbilde*|førebilete*|foregangs*|føregangs*|i front|på kartet|"
    "verdensklasse|det gode liv*|det gode livet|hele livet|heile livet|i sentrum|"
    "drømme*|draume*|framtidas|fremtidens|framtidens|inn i framtida|inn i fremtiden|"
    "sammen løfter*|saman løftar|sammen skaper|saman skaper|verdighet|unik*|"
    "blomstre*|stråle*|hjerterom|hjarterom|rause|visjon*|midtpunkt*|ildsjel*|stolt*"
)

ABSOLUTES = (
    "nulltoleranse*|alltid|aldri|noen gang|nokon gong|til enhver tid|til ei kvar tid|"
    "uansett|i alle saker|i alle situasjon*|100 % av tiden"
)

FEELINGS = (
    "verdig|verdige|trives|trivs|trivst|trivdes|trivsel*|fornøyd*|fornøgd*|nøgd*|"
    "misfornøyd*|misnøgd*|trygg*|utrygg*|lykkelig*|lukkeleg*|lykkes|lukkast|glad*|"
    "glede*|stolt*|gruve*|føl|føle|føler|føles|følar|oppleve*|opplever|opplev|kjenne|"
    "kjenner|kjenner seg|kjenne seg|sett|hørt|høyrt|blomstr*|stråle*|strålar|"
    "inkludert*|ivaretatt*|ivareteken|ivaretekne|verdsatt*|verdsett*|respekt*|"
    "motiver*|engasjer*|stress*|redd*|viktig*|blir med|være med|vere med|høre til|"
    "høyre til|bety noe|ensom*|einsam*"
)

VAGUE_QUALITIES = (
    "god|godt|gode|god nok|godt nok|bra|fin|fint|fine|best|beste|riktig*|rett|rette|"
    "nødvendig*|naudsynt*|nødvendige|tilstrekkelig*|tilstrekkeleg*|helhetlig*|"
    "heilskapleg*|likeverdig*|likeverdige|verdig*|verdige|verdig liv|meningsfull*|"
    "meiningsfull*|inkluderende|inkluderande|tilpasset|tilpassa|kvalitet*|"
    "forsvarlig*|forsvarleg*|relevant*|optimal*|passende|passande|trygg*|trygt|"
    "mulighet*|moglegheit*|høve til|sitt potensial|potensial*|attraktiv*|unik*|"
    "like muligheter|helsefremmende|helsefremjande|utviklende|utviklande"
)

STATE_VERBS = (
    "har|hatt|få|får|fått|fekk|er|være ferdig*|vere ferdig*|ha|blir|møter|svarer|"
    "svares|svarar|når|klarer|klarar|bruker|brukar|oppfyller|følger|følgjer|deltar|"
    "deltek|fullfører|består|bestått|kan|leser|les|venter|ventar|betales|behandles|"
    "behandlast|avsluttes|avsluttast|skjer|bor|bur|går|eier|eig|kommer|kjem|"
    "kildesorterer|mottar|mottek|gjennomfører|besvares|besvarast|lukkes|"
    "lukkast innan|tilbys|blir tilbode|dør|mister|mistar|mangler|manglar|melder|"
    "melder seg|står"
)

DONE = (
    "vedtatt|vedteken|vedtatte|vedtekne|ferdig|ferdige|tatt i bruk|teken i bruk|"
    "tatt over|åpnet|opna|i drift|på plass|lukket|lukka|godkjent|godkjend*|"
    "sertifisert|avsluttet|avslutta|ferdigstilt|ferdigstilte|levert|overført|"
    "publisert|tilgjengelig på nett|tom|tomme|tomt|solgt|selt|bygd|bygget|montert|"
    "universelt utform*|digitalisert|avviklet|avvikla|i balanse|signert|innflyttet"
)

ACTIVITY_VERBS = (
    "utvide|legge om|leggje om|gå over til|samle|skaffe ny|skaffe nye|skaffe nytt|"
    "gjennomføre|innføre|utarbeide|implementere|kurse|etablere|opprette|avholde|"
    "avhalde|få på plass|delta|rullere|revidere|lage|arrangere|starte|starte opp|"
    "sette i gang|setje i gang|sette opp|setje opp|sette ned|setje ned|sette av|"
    "setje av|iverksette|iverksetje|igangsette|kartlegge|kartleggje|bygge|byggje|"
    "utrede|greie ut|anskaffe|ansette|tilsette|tilsetje|evaluere|informere|ta i bruk|"
    "flytte|invitere|sende|skrive|publisere|kjøpe|leie|leige|bestille|installere|"
    "montere|oppgradere|oppdatere|skifte|bytte|byte|rehabilitere|pusse opp|male|"
    "asfaltere|plante|rydde|registrere|dokumentere|analysere|planlegge|planleggje|"
    "forberede|førebu|organisere|omorganisere|opplyse|veilede|rettleie|undervise|"
    "lære opp|teste|prøve ut|pilotere|skanne|distribuere|dele ut|presentere|"
    "annonsere|lyse ut|utlyse|innkalle|kalle inn|besøke|vitje|gå gjennom|gjennomgå|"
    "oppsummere|rapportere|vurdere|undersøke|undersøkje|utforme|designe|tegne|teikne|"
    "formulere|vedta|søke om|søkje om|inngå|forhandle|signere|legge fram|leggje fram|"
    "legge frem|legge ut|leggje ut|legge ned|leggje ned|slå sammen|slå saman|"
    "nedsette|oppnevne|oppnemne|velge|velje|ferdigstille|fullføre|ferdiggjøre|"
    "kontrollere|måle|føre tilsyn|bruke|nytte|benytte|øve|trene|samle inn|feire|"
    "markere|sjekke|inspisere|risikovurdere|anlegge|grave|digitalisere|ommøblere|"
    "rigge|trykke|spille inn|filme|dele|melde på|samkjøre|prosjektere|regulere|"
    "gi opplæring|gje opplæring|gi kurs|gje kurs|gi informasjon|gje informasjon|"
    "gi tilbud om|gje tilbod om|ta kontakt|kontakte|intervjue|observere|omdisponere|"
    "skaffe til veie|skaffe oss|synfare|befare|fornye|lese|sette i verk|setje i verk|"
    "sette i drift|legge ny|legge nye|legge nytt|leggje ny|utvikle ny|utvikle nye|"
    "utvikle nytt|utvikle en ny|utvikle et nytt|utvikle ein ny|utvikle eit nytt|"
    "utvikle ei ny"
)

MEETINGS = (
    "*møte|*møter|*møta|*møtene|*kurs|*samling|*samlinger|*samlingar|fagdag*|"
    "temadag*|planleggingsdag*|kursdag*|foredrag*|seminar*|workshop*|øvelse|øvelser|"
    "øving|øvingar|*samtale|*samtaler|*samtalar|temakveld*|fagkveld*|lesekveld*|"
    "foreldrekveld*|konsert*|tilsyn|*konferanse|*konferanser|*verksted|*verkstad|"
    "gjennomgang"
)

ACTIVITY_NOUNS = (
    "gjennomføring|innføring|utarbeidelse|utarbeiding|implementering|kursing|"
    "etablering|opprettelse|oppretting|revisjon|revidering|rullering|kartlegging|"
    "bygging|utbygging|utredning|utgreiing|anskaffelse|innkjøp|ansettelse|tilsetting|"
    "evaluering|oppstart|opplæring|oppfølging|oppgradering|oppdatering|installasjon|"
    "installering|utskifting|rehabilitering|gjennomgang|planlegging|utprøving|"
    "testing|pilotering|utvikling|organisering|igangsetting|iverksetting"
)

SHARES = (
    "*fravær*|*fråvær*|*andel*|*delen|*prosenten|svarprosent*|*dekning*|*grad|"
    "*graden|turnover*|*frafall*|*fråfall*|*lekkasje*|*ledighet*|*løyse*|*nærvær*|"
    "*måloppnåelse*|*måloppnåing*|*frekvens*|*raten|ufaglærte"
)

REPORTS = (
    "*henvendelse*|*førespurnad*|feil|kø|køen|køa|elever med spesialundervisning|"
    "elevar med spesialundervisning|*avvik|*avvika|*avvikene|*avviksmelding*|"
    "*bekymringsmelding*|klage|klager|klagene|klagar|klagane|klagesaker|*varsel|"
    "*varsler|*varslar|*varsling*|*henvisning*|*tilvising*|vedtak|vedtaka|vedtakene|"
    "*vedtak|ventelist*|nestenulykke*|nestenuhell*|hendelser|hendelsene|hendingar|"
    "uønskte hendingar|aktivitetsplan*|anmeldelse*|meldingar|meldinger|"
    "spesialundervisning*|mobbesak*|tvang|tvangsbruk*|vold*|trusler|trugslar|"
    "sosialhjelpsmottaker*|sosialhjelpsmottakar*|sykmelding*|sjukmelding*|uhell"
)

MEASURE_WORDS = (
    "av alle|per|pr|prosent av|i prosent|gjennomsnitt*|snitt*|median*|av dei som|"
    "av de som|i løpet av|innen|innan|målt"
)

WHEN_OR_WHO = (
    "hver|hvert|kvar|kvart|daglig*|dagleg*|ukentlig*|vekentleg*|kvar veke|månedlig*|"
    "månadleg*|årlig*|årleg*|to ganger|ganger|gonger|innen|innan|fra|frå|fram til|kl|"
    "klokka|januar|februar|mars|april|mai|juni|juli|august|september|oktober|"
    "november|desember|mandag*|tirsdag*|onsdag*|torsdag*|fredag*|måndag*|tysdag*|"
    "våren|høsten|hausten|uke|veke|kvartal*|starter|startar|ansvarlig*|ansvarleg*|"
    "leder|leiar|*leder|*leiar|rektor|styrer|styrar|kontaktlærer*|kontaktlærar*|"
    "lærer|lærar|læreren|helsesykepleier*|helsesjukepleiar*|sykepleier|sjukepleiar|"
    "*ansvarlig|*ansvarleg|koordinator*|*koordinator|rådgiver|rådgjevar|vaktmester|"
    "vaktmeister|pedagog|fagansvarlig|teamleder|samme dag|same dag|når"
)

RUNNING_SOURCES = (
    "*system|*systemet|*systema|*systemer|visma*|agresso|unit4|gerica|profil|cosdoc|"
    "lifecare|oppad|websak|elements|acos|turnus*|regnskapet|rekneskapen"
)
"""Systems that know their figures each month."""

NUMBER_WORDS = (
    "null|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|"
    "seksten|sytten|atten|nitten|tjue|tretti|førti|femti|seksti|sytti|åtti|nitti|"
    "hundre|tusen|million*|halvpart*|halver*|dobl*|fordobl*|tredel*|tredjedel*|"
    "firedel*|fjerdedel*"
)


def pattern(words: str) -> str:
    """Return a regular expression that matches any of the list's whole words."""
    alternatives = sorted(set(words.split("|")), key=len, reverse=True)
    each = (
        re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
        for word in alternatives
    )
    return rf"(?<!\w)(?:{'|'.join(each)})(?!\w)"


def any_of(words: str) -> re.Pattern[str]:
    """Compile a list, so that it finds its words in any case."""
    return re.compile(pattern(words), re.IGNORECASE)
