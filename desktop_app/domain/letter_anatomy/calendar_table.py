"""Months and days of the week in fifteen languages, in lower case and without their full stops.

Written by ``python -m scripts.unicode_tables`` from CLDR 47; not by hand.
"""

from collections.abc import Mapping

MONTHS: Mapping[int, str] = {
    1: "january;jan;janvier;janv;enero;ene;janeiro;januar;gennaio;gen;januari;يناير;января;янв;январь;一月;ဇန်နဝါရီ;ဇန်;มกราคม;ม.ค",
    2: "february;feb;février;févr;febrero;fevereiro;fev;februar;febbraio;februari;فبراير;февраля;февр;февраль;二月;ဖေဖော်ဝါရီ;ဖေ;กุมภาพันธ์;ก.พ",
    3: "march;mar;mars;marzo;março;märz;mär;maart;mrt;مارس;марта;мар;март;三月;မတ်;มีนาคม;มี.ค;maret",
    4: "april;apr;avril;avr;abril;abr;aprile;أبريل;апреля;апр;апрель;四月;ဧပြီ;เมษายน;เม.ย",
    5: "may;mai;mayo;maio;maggio;mag;mei;مايو;мая;май;五月;မေ;พฤษภาคม;พ.ค",
    6: "june;jun;juin;junio;junho;juni;giugno;giu;يونيو;июня;июн;июнь;六月;ဇွန်;มิถุนายน;มิ.ย",
    7: "july;jul;juillet;juil;julio;julho;juli;luglio;lug;يوليو;июля;июл;июль;七月;ဇူလိုင်;ဇူ;กรกฎาคม;ก.ค",
    8: "august;aug;août;agosto;ago;augustus;أغسطس;августа;авг;август;八月;ဩဂုတ်;สิงหาคม;ส.ค;agustus;agu",
    9: "september;sep;septembre;sept;septiembre;setembro;set;settembre;سبتمبر;сентября;сент;сентябрь;九月;စက်တင်ဘာ;စက်;กันยายน;ก.ย",
    10: "october;oct;octobre;octubre;outubro;out;oktober;okt;ottobre;ott;أكتوبر;октября;окт;октябрь;十月;အောက်တိုဘာ;အောက်;ตุลาคม;ต.ค",
    11: "november;nov;novembre;noviembre;novembro;نوفمبر;ноября;нояб;ноябрь;十一月;နိုဝင်ဘာ;နို;พฤศจิกายน;พ.ย",
    12: "december;dec;décembre;déc;diciembre;dic;dezembro;dez;dezember;dicembre;ديسمبر;декабря;дек;декабрь;十二月;ဒီဇင်ဘာ;ဒီ;ธันวาคม;ธ.ค;desember;des",
}
"""The names of each month, parted by semicolons."""

DAYS: Mapping[str, str] = {
    "ar": "الأحد;الاثنين;الثلاثاء;الأربعاء;الخميس;الجمعة;السبت",
    "de": "sonntag;montag;dienstag;mittwoch;donnerstag;freitag;samstag;so;mo;di;mi;do;fr;sa",
    "en": "sunday;monday;tuesday;wednesday;thursday;friday;saturday;sun;mon;tue;wed;thu;fri;sat",
    "es": "domingo;lunes;martes;miércoles;jueves;viernes;sábado;dom;lun;mar;mié;jue;vie;sáb",
    "fr": "dimanche;lundi;mardi;mercredi;jeudi;vendredi;samedi;dim;lun;mar;mer;jeu;ven;sam",
    "id": "minggu;senin;selasa;rabu;kamis;jumat;sabtu;min;sen;sel;rab;kam;jum;sab",
    "it": "domenica;lunedì;martedì;mercoledì;giovedì;venerdì;sabato;dom;lun;mar;mer;gio;ven;sab",
    "ja": "日曜日;月曜日;火曜日;水曜日;木曜日;金曜日;土曜日;日;月;火;水;木;金;土",
    "ko": "일요일;월요일;화요일;수요일;목요일;금요일;토요일;일;월;화;수;목;금;토",
    "my": "တနင်္ဂနွေ;တနင်္လာ;အင်္ဂါ;ဗုဒ္ဓဟူး;ကြာသပတေး;သောကြာ;စနေ",
    "nl": "zondag;maandag;dinsdag;woensdag;donderdag;vrijdag;zaterdag;zo;ma;di;wo;do;vr;za",
    "pt": "domingo;segunda-feira;terça-feira;quarta-feira;quinta-feira;sexta-feira;sábado;dom;seg;ter;qua;qui;sex;sáb",
    "ru": "воскресенье;понедельник;вторник;среда;четверг;пятница;суббота;вс;пн;вт;ср;чт;пт;сб",
    "th": "วันอาทิตย์;วันจันทร์;วันอังคาร;วันพุธ;วันพฤหัสบดี;วันศุกร์;วันเสาร์;อา;จ;อ;พ;พฤ;ศ;ส",
    "zh": "星期日;星期一;星期二;星期三;星期四;星期五;星期六;周日;周一;周二;周三;周四;周五;周六",
}
"""The days of the week in each language, parted by semicolons."""
