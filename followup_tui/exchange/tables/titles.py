"""What columns are called in the languages that mail programs and LinkedIn write them in."""

from __future__ import annotations

NAMES = {
    "name": "formatted name|fn|фио|ф и о|полное имя|контакт|имя и фамилия|"
    "imie i nazwisko|cele jmeno|jmeno a prijmeni|namn|fullstandigt namn|navn|fulde navn|"
    "fullt navn|nimi|ad soyad|adi soyadi|nev|teljes nev|nume complet|氏名|名前|お名前|フルネーム|"
    "姓名|名字|联系人|聯絡人|全名|이름|성명|연락처|ονοματεπωνυμο|שם|الاسم",
    "prefix": "tratamento|dhr mevr|aanhef|обращение|osloveni|敬称|称谓|호칭|tilltal",
    "given": "primeiro nome|имя|імя|ім я|jmeno|krestni jmeno|meno|fornamn|fornavn|etunimi|ad|"
    "adi|isim|keresztnev|utonev|prenume|名|ファーストネーム|이름 첫|ονομα",
    "additional": "отчество|по батькові|drugie imie|secondo nome|nome do meio|mellannamn|"
    "mellomnavn|mellemnavn|middelste naam|tussenvoegsel|ikinci ad|ミドルネーム|中间名",
    "family": "фамилия|прізвище|prijmeni|priezvisko|efternamn|etternavn|efternavn|sukunimi|"
    "soyad|soyadi|vezeteknev|csaladnev|nume de familie|姓|ラストネーム|성|επωνυμο|ultimo nome|"
    "apelido",
    "suffix": "achtervoegsel|суффикс|敬称 後",
    "nickname": "bijnaam|прозвище|prezdivka|smeknamn|ニックネーム|昵称|별명|soprannome|przydomek",
    "organization": "компания|організація|организация|компанія|фирма|место работы|spolecnost|"
    "spolocnost|foretag|selskap|bedrift|virksomhed|yritys|organisaatio|sirket|kurum|ceg|"
    "cegnev|companie|会社|会社名|勤務先|企業名|公司|公司名称|单位|企業|회사|회사명|소속|"
    "εταιρεια|organisatie|organizacja|organizace|organizzazione|societa|firma nazwa|nazwa firmy",
    "role": "должность|посада|pozice|funkce|pozicia|stilling|arbetstitel|befattning|"
    "jobbtittel|jobtitel|titteli|tehtava|unvan|gorev|pozisyon|beosztas|munkakor|functia|"
    "役職|職種|肩書き|职位|职务|職位|職稱|职称|직함|직위|직책|θεση|posizione|qualifica|"
    "titre professionnel|titre du poste|intitule du poste|titulo profissional|stanowisko pracy|"
    "functietitel|posicion|titulo del puesto|position title|ruolo",
    "title": "titel|titolo|tytul|titul|tittel",
    "birthday": "день рождения|дата рождения|день народження|data urodzenia|urodziny|"
    "datum narozeni|narozeniny|fodelsedag|fodselsdag|fodselsdato|syntymapaiva|dogum gunu|"
    "dogum tarihi|szuletesnap|data nasterii|誕生日|生年月日|生日|出生日期|생일|생년월일|"
    "γενεθλια|aniversario|data de nascimento|data di nascita|geboortedatum",
    "notes": "заметки|примечание|примечания|комментарий|нотатки|notatki|uwagi|poznamka|"
    "poznamky|anteckningar|anteckning|notat|notater|noter|muistiinpanot|notlar|aciklama|"
    "megjegyzes|jegyzet|observatii|備考|メモ|备注|備註|메모|비고|σημειωσεις|notities|"
    "opmerkingen|anotacoes|observacoes|note aggiuntive|background info|about me|anmarkning",
    "tags": "метки|теги|категории|группы|etykiety|kategorie kontaktu|stitky|kategorier|"
    "etiketter|etiketler|cimkek|categorieen|タグ|分類|标签|標籤|태그|categorie|etichette",
    "met": "connexion le|date de connexion|conectado em|data de conexao|collegato il|"
    "data di collegamento|verbonden op|verbunden seit|kontakt seit|дата установления контакта|"
    "data nawiazania kontaktu|connected at|connected since|fecha de conexion",
    "address": "адрес|адреса|adresa|adress|osoite|adresi|cim|adresa completa|住所|地址|주소|"
    "διευθυνση|indirizzo|endereco|woonplaats",
    "street": "via|улица|ulica|ulice|gata|gade|katuosoite|rua|straat|番地|街道",
    "city": "город|місто|miasto|mesto|postort|poststed|kaupunki|sehir|varos|oras|市区町村|城市|"
    "도시|πολη|cidade|woonplaats stad|localita",
    "region": "область|район|wojewodztwo|kraj region|lan|fylke|都道府県|省|estado|provincie|"
    "regione",
    "postal_code": "индекс|почтовый индекс|kod pocztowy|psc|postnummer|postinumero|posta kodu|"
    "iranyitoszam|cod postal|郵便番号|邮编|邮政编码|우편번호|cep|cap",
    "country": "страна|країна|kraj|zeme|land region landet|maa|ulke|orszag|tara|国|国家|국가|"
    "paese|paese area geografica|pais regiao",
}
"""Plain titles by field, as `fields.NAMES` has them in English, German, French and Spanish."""

LABELS = {
    "work": "werk zakelijk comercial ufficio lavoro рабочий рабочая служебный praca sluzbowy "
    "sluzbova pracovni prace arbete arbejde jobb tyo is 会社 勤務先 单位 工作 회사 직장",
    "home": "thuis residencial abitazione casa домашний домашняя dom domowy domaci hem hjem koti "
    "ev 自宅 住宅 家庭 자택 집",
    "mobile": "mobiele cep mobiel celulare telemovel мобильный сотовый komorkowy komorka "
    "mobilni mobiltelefon matkapuhelin cep 携帯 携帯電話 手机 手機 移动电话 휴대폰 휴대전화 핸드폰",
    "fax": "факс faks ファックス fax番号 传真 傳真 팩스",
    "main": "основной glowny 主要",
    "other": "другой inny jiny annan anden その他 其他 기타 andet overige outro altro",
}
"""Words that label a way, by label."""

KINDS = {
    "email": "почта epostadress epostadresse sahkopostiosoite "
    "epost eposta eposti sahkoposti posta ящик имейл メール 電子メール 邮箱 邮件 "
    "電子郵件 电子邮件 电子邮箱 電郵 이메일 메일 メールアドレス eメール",
    "phone": "телефон тел мобильный сотовый факс faks puhelin puhelinnumero telefonnumero "
    "komorkowy komorka mobilni mobiltelefon matkapuhelin telemovel mobiele telefonszam mobilszam "
    "電話 電話番号 携帯 携帯電話 携帯番号 手机 手機 手机号 手机号码 电话 电话号码 電話號碼 "
    "移动电话 전화 전화번호 휴대폰 휴대전화 핸드폰 팩스 传真 傳真 ファックス τηλεφωνο "
    "κινητο celulare telefonu telefonnr mobilnr telefonos telefoni telefones tlf",
    "url": "сайт strona stranka hemsida hjemmeside kotisivut ウェブサイト 网站 網站 홈페이지 sito "
    "professional profil profile",
    "address": "адрес adres adresa indirizzo endereco 住所 地址",
}
"""Words that say what kind of way a column holds."""

SILENT = (
    "op endereco di do da elettronica eletronico elektronicky elektronowy электронная "
    "электронной почты адрес e номер cislo numer アドレス 地址 号码 ulefon indirizzo web adresi "
    "numarasi adres adresa adress adresse osoite cim szam z na web"
)
"""Words in a title that change nothing."""
