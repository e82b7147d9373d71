"""The small words of languages, by which a text shows what it is written in, and their scripts."""
# ruff: noqa: RUF001 - letters that look alike are what tells the scripts apart

#: Some of the commonest words; what two languages share counts for both.
WORDS = {
    "en": "the of and to in that is was for with as his he by on it at from be this have had which",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch",
    "fr": "de la le et les des en un du une est que dans qui pour par sur au pas plus avec ce son",
    "es": "de la que el en y a los del se las por un para con no una su al lo como más pero sus",
    "it": "di e il la che in un è per una sono con del non si da dei le al nel della alla più",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao foi",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan bij door",
    "sv": "och i att det som en på är av för med den till inte har de om ett han men var sig från",
    "da": "og i at det er en til på som for af med de den ikke har et var der han om men fra også",
    "no": "og i det er på som en til for av med at de ikke har den et var om han men fra seg også",
    "fi": "ja on ei että oli se hän mutta ovat joka kun myös mukaan sekä tai jos vain ole olla nyt",
    "pl": "w i na z nie się do to że o jest jak za od po przez co ale dla są był tym przy oraz",
    "cs": "a se na je v že to s z do o i ve ale jako k by za po jsou pro si však nebo jeho podle",
    "hu": "a az és hogy nem is egy ez volt meg azt már csak mint vagy de el van szerint még ha",
    "ro": "de și în a la că cu pe un o din nu se pentru este au mai ce care al sunt lui fost prin",
    "tr": "ve bir bu da de için ile olarak olan daha çok gibi en ise ne kadar sonra var değil oldu",
    "id": "yang di dan itu dengan untuk tidak ini dari dalam akan pada juga ke karena oleh ada",
    "vi": "và của là có được cho không trong một các người đã với những này để khi tại cũng đến về",
    "lt": "ir kad yra su iš apie bet tai buvo į dėl kaip už nuo jau jis taip per tik po nėra arba",
    "ru": "и в не на что с по он как это из за от к для о его но так же был у при после также до",
    "uk": "і в не на що з та за до у для це від як про його й але під він також є які було через",
}

#: Scripts that one language, or in doubt the greatest of several, writes; kana goes before Han.
SCRIPTS = (
    ("ja", "\u3040-\u30ff"),
    ("ko", "\uac00-\ud7af"),
    ("zh", "\u4e00-\u9fff"),
    ("ar", "\u0600-\u06ff"),
    ("he", "\u0590-\u05ff"),
    ("el", "\u0370-\u03ff"),
    ("th", "\u0e00-\u0e7f"),
    ("hi", "\u0900-\u097f"),
)
