"""What a column can hold, and by which names other programs call it."""

from __future__ import annotations

from followup_tui.exchange.tables import titles
from followup_tui.rules.folding import fold

FIELDS = {
    "name": "the whole name, as shown",
    "prefix": "Dr., Ms.",
    "given": "first name",
    "additional": "middle names",
    "family": "last name",
    "suffix": "Jr., PhD",
    "nickname": "what friends say",
    "organization": "company, firm, school",
    "role": "job title",
    "email": "e-mail address; email:work gives it a label",
    "phone": "phone number; phone:mobile gives it a label",
    "url": "web page or profile",
    "handle": "name in a chat program; handle:signal says which",
    "address": "postal address in one cell",
    "street": "part of an address; street:home and city:home belong together",
    "city": "part of an address",
    "region": "part of an address: state, county",
    "postal_code": "part of an address",
    "country": "part of an address",
    "birthday": "with or without a year",
    "notes": "anything worth keeping",
    "tags": "words to group people by, between commas or semicolons",
    "met": "the day you met or connected",
    "how_met": "how you met",
    "birth_year": "a birthday in three columns, with birth_month and birth_day",
    "birth_month": "part of a birthday",
    "birth_day": "part of a birthday",
    "zone": "time zone, such as Europe/Paris",
    "uid": "the other program's number for this person",
    "label": "what the next column's value is: home, work",
    "ignore": "leave this column out",
}
"""Field names for `--map COLUMN=FIELD`, with what each is."""

PLURAL = frozenset({"email", "phone", "url", "handle", "address", "street", "notes", "tags"})
"""Fields that several columns may hold."""

ADDRESS_PARTS = ("street", "city", "region", "postal_code", "country")

_NAMES = {
    "name": "name|full name|fullname|display name|contact name|contact|person|person name|"
    "complete name|lead name|vollstandiger name|anzeigename|nom complet|nom affiche|"
    "nombre completo|nombre para mostrar|nome completo|naam|volledige naam",
    "prefix": "prefix|name prefix|salutation|honorific|anrede|civilite|tratamiento",
    "given": "first name|firstname|first|given name|givenname|given|forename|vorname|prenom|"
    "nombre|nome|voornaam|imie",
    "additional": "middle name|middlename|middle|middle names|additional name|second name|"
    "weitere vornamen|zweiter vorname|deuxieme prenom|autres prenoms|segundo nombre",
    "family": "last name|lastname|last|family name|familyname|family|surname|nachname|"
    "familienname|nom|nom de famille|apellidos|apellido|cognome|sobrenome|achternaam|nazwisko",
    "suffix": "suffix|name suffix|namenszusatz|suffixe|sufijo",
    "nickname": "nickname|nick name|nick|spitzname|surnom|apodo|alias",
    "organization": "company|company name|organization|organisation|organization name|"
    "organisation name|org|employer|current employer|current company|business name|"
    "company account|account|account name|firm|business|"
    "primary associated company|associated company|company organization|firma|unternehmen|"
    "organisation firma|societe|entreprise|empresa|compania|organizacion|azienda|bedrijf|firme",
    "role": "position|job title|jobtitle|job|role|occupation|current position|"
    "current title|organization title|company position|profession|stelle|berufsbezeichnung|"
    "funktion|beruf|fonction|poste|cargo|puesto|functie|stanowisko",
    "title": "title|titre|titulo",
    "headline": "headline",
    "birthday": "birthday|birth date|birthdate|date of birth|dob|bday|geburtstag|geburtsdatum|"
    "anniversaire|date de naissance|cumpleanos|fecha de nacimiento|compleanno|verjaardag",
    "birth_year": "birth year|year of birth",
    "birth_month": "birth month|month of birth",
    "birth_day": "birth day|day of birth",
    "notes": "notes|note|comment|comments|description|background|remarks|memo|bio|about|"
    "notizen|notiz|bemerkungen|kommentar|anmerkungen|remarques|commentaires|notas|comentarios",
    "tags": "tags|tag|labels|categories|category|groups|group|group membership|lists|keywords|"
    "kategorien|kategorie|gruppen|schlagworter|etiketten|etiquettes|groupes|etiquetas|"
    "categorias|grupos",
    "met": "connected on|connected|connection date|date connected|met on|date met|first met|"
    "verbunden am|connecte le|conectado el",
    "how_met": "how met|how we met|met at|met where|where we met|where met|met through|source|"
    "lead source|"
    "referred by|introduced by|kennengelernt",
    "zone": "time zone|timezone|tz|zeitzone|fuseau horaire|zona horaria",
    "uid": "uid|uuid|guid",
    "address": "address|full address|location|adresse|anschrift|direccion|ubicacion|adres",
    "street": "street|street address|po box|address line 1|address 1|strasse|rue|calle",
    "city": "city|town|locality|ort|stadt|ville|ciudad|plaats|citta",
    "region": "state|state region|province|provincia o estado|region|county|state province|"
    "bundesland|provincia|departement",
    "postal_code": "zip|zip code|zip postal code|zipcode|postal code|postcode|plz|postleitzahl|"
    "code postal|"
    "codigo postal",
    "country": "country|country region|nation|land|land region|pays|pays region|pais|pais o region",
    "handle": "screen name|im value|messenger id|im|skype|skype id|skype name|telegram|signal|"
    "imaddress|whatsapp|discord|slack|mastodon|matrix|im address|chat",
}
BY_NAME = {
    fold(name): field
    for field in _NAMES
    for name in f"{titles.NAMES.get(field, '')}|{_NAMES[field]}".split("|")
    if name
}
"""The field that a column of this plain title holds."""

LABELS = {
    "work": "work business office company geschaftlich dienstlich arbeit buro firma bureau "
    "professionnel professionnelle trabajo oficina negocio job corporate organization",
    "home": "home private personal privat domicile personnel personnelle particular casa",
    "mobile": "mobile cell cellphone cellular mobil handy mobiltelefon movil portable celular "
    "cellulare mobiel "
    "mobilnummer gsm",
    "fax": "fax telefax telecopie",
    "pager": "pager",
    "main": "main primary preferred default haupt principal hauptnummer haupttelefon",
    "other": "other weitere andere autre otro secondary alternate alternative additional "
    "sonstige weiteres",
    "direct": "direct",
    "car": "car auto autotelefon voiture",
    "assistant": "assistant assistants assistent asistente",
    "callback": "callback",
    "radio": "radio",
    "isdn": "isdn",
    "telex": "telex",
    "tty": "tty tdd",
    "linkedin": "linkedin",
    "github": "github",
    "twitter": "twitter x",
    "facebook": "facebook",
    "instagram": "instagram",
    "xing": "xing",
    "blog": "blog",
    "mailing": "mailing",
    "billing": "billing",
    "shipping": "shipping",
}
LABEL_OF = {
    fold(word): label
    for label, words in LABELS.items()
    for word in f"{words} {titles.LABELS.get(label, '')}".split()
}
"""The label a word stands for."""
_SILENT = (
    "address addresses adresse addr value number numbers no nr nummer numero num de du del la le "
    "electronique electronico electronica messagerie direccion indirizzo profile public person "
    "contact s "
    "phone telephone"
)
FILLER = frozenset(fold(word) for word in f"{_SILENT} {titles.SILENT}".split())
"""Words in a title that change nothing."""
_KINDS = (
    (
        "email",
        "email emails mail mails emailadresse emailadres emailaddress courriel correo correos "
        "messagerie",
    ),
    (
        "phone",
        "phone phones tel telephone telephones telefon telefono telefone telefonnummer "
        "phonenumber mobile cell cellphone cellular handy mobil mobiltelefon movil portable "
        "celular cellulare mobiel telecopie fax telefax pager rufnummer faxnummer haupttelefon "
        "autotelefon mobilnummer "
        "telefoon telefoonnummer isdn telex gsm callback",
    ),
    (
        "url",
        "website websites webpage web homepage url urls link webseite internetseite linkedin "
        "github twitter facebook instagram xing blog site internet webpages pagina page",
    ),
    ("address", "address adresse anschrift direccion"),
)
KIND_WORDS = tuple(
    (kind, frozenset(fold(word) for word in f"{words} {titles.KINDS[kind]}".split()))
    for kind, words in _KINDS
)
"""The words that make a column one of ways to reach somebody."""
