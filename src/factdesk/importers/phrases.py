"""The words with which newsrooms of many languages announce what is not the story.

They are ordinary words of each language: none names a site, a house or a person.
"""
# ruff: noqa: RUF001 - characters that look alike are what is looked for

import re
from collections.abc import Iterable


def _listed(phrases: str) -> tuple[str, ...]:
    """Take a text apart at its commas."""
    return tuple(" ".join(each.split()) for each in phrases.split(","))


#: They open a pointer to other stories: "Read more: …", "Mehr zum Thema", "Lire aussi".
LEAD_INS = (
    # English
    *_listed(
        """
        more, read more, see more, read also, also read, read next, related, related stories,
        related articles, related topics, related content, see also, more on, more about,
        more from, more stories, more news, watch, watch now, listen, don't miss, don’t miss,
        recommended, recommended for you, you may also like, you might also like, you may like,
        further reading, trending, most read, most popular, what to read next, top stories,
        latest news, in case you missed it, up next, keep reading, on this topic,
        continue reading, this story continues below, article continues below, story continues,
        sign up, subscribe, follow us, join the conversation, topics, tags, share this,
        click here, explore more, find out more, learn more, read the full story, read our
        """
    ),
    # German, Dutch, the North
    *_listed(
        """
        mehr zum thema, lesen sie auch, lesen sie hier, lesen sie mehr, lesen sie dazu,
        auch interessant, mehr dazu, mehr lesen, mehr zu, mehr aus, mehr von, zum thema,
        weiterlesen, weitere artikel, weitere informationen, weitere themen, weitere news,
        das könnte sie auch interessieren, das könnte dich auch interessieren, empfehlung,
        passend dazu, siehe auch, zum weiterlesen, meistgelesen, lest auch, lies auch,
        auch lesenswert, themen, schlagworte, das interview dazu, newsletter, podcast, video,
        lesetipp, lesetipps, mehr hintergründe, lees ook, lees meer, bekijk ook, meer over,
        læs også, læs mere, les også, les mer, läs också, läs även, läs mer, lue myös,
        lue lisää, katso myös
        """
    ),
    # French, Spanish, Portuguese, Italian, Romanian, Catalan
    *_listed(
        """
        lire aussi, à lire aussi, a lire aussi, lire plus, lire la suite, voir aussi,
        sur le même sujet, à lire également, articles liés, pour aller plus loin, à voir aussi,
        lire également, lea también, lee también, leer más, lea más, te puede interesar,
        también te puede interesar, más información, ver también, noticias relacionadas,
        noticia relacionada, relacionado, leia também, leia mais, veja também, saiba mais,
        mais informações, leggi anche, leggi tutto, guarda anche, approfondisci, ti potrebbe,
        per approfondire, citește și, citiți și, vezi și, llegiu també, llegeix també
        """
    ),
    # The East and the South-East
    *_listed(
        """
        czytaj także, czytaj też, czytaj również, czytaj więcej, przeczytaj także, zobacz też,
        zobacz także, zobacz również, polecamy, čtěte také, čtěte též, čtěte více, přečtěte si,
        související, prečítajte si, čítajte aj, pročitajte i, pročitajte još, preberite tudi,
        olvassa el, kapcsolódó cikkek, прочетете още, вижте още, читайте также, читать также,
        читайте ещё, по теме, смотрите также, читайте також, дивіться також, διαβάστε επίσης,
        διαβάστε ακόμα, δείτε επίσης, skaityk, skaitykite, taip pat skaitykite, lasi arī,
        lasi vēl, loe ka, loe veel
        """
    ),
    # Turkish, Malay, Vietnamese, the Semitic and Indian languages, the Far East
    *_listed(
        """
        ilgili haberler, ilgili haber, bunu da oku, ayrıca oku, baca juga, baca selengkapnya,
        artikel terkait, xem thêm, đọc thêm, tin liên quan, اقرأ أيضا, اقرأ أيضاً, اقرأ المزيد,
        إقرأ أيضا, مواضيع ذات صلة, بیشتر بخوانید, קראו גם, עוד בנושא, यह भी पढ़ें, ये भी पढ़ें,
        इसे भी पढ़ें, อ่านเพิ่มเติม, 関連記事, 関連リンク, あわせて読みたい, 相关阅读, 相关新闻,
        延伸阅读, 相關新聞, 관련기사, 관련 기사
        """
    ),
)

#: They open what a page says to its readers after the story.
INVITATIONS = _listed(
    """
    follow, subscribe, sign up, click here, share this, like this story, got a story,
    have a story, do you have a story, for more stories, for the latest, join our, get the,
    get our, check out more, listen to, listen live, download our, support our, source, sources,
    tell us what, let us know, have you got, what do you think, you can follow, you can view,
    comments, filed under, posted in, abonnieren sie, folgen sie, folgen, quelle, quellen,
    mit material von, mit agenturen, fehler gefunden, haben sie einen fehler, hier geht es,
    jetzt abonnieren, sendung, suivez, abonnez-vous, inscrivez-vous, source :, síguenos,
    suscríbete, fuente, siga, assine, seguici, iscriviti, fonte, volg ons, følg, følg oss,
    seuraa, śledź, obserwuj, źródło, sledujte, zdroj, kövessen, подписывайтесь, источник,
    підписуйтесь, джерело, bizi takip, kaynak, ikuti, sumber, theo dõi
    """
)

#: What a page offers to do with the article: the whole text of a button.
OFFERS = _listed(
    """
    print, print article, print this article, order reprints, reprints, copy link, copy url,
    share, share article, share this article, save, save article, email, email this article,
    gift article, give article, listen to article, add to list, drucken, artikel drucken,
    teilen, artikel teilen, merken, link kopieren, artikel merken, vorlesen, artikel anhören,
    delen, kopieer link, del artikel, imprimer, partager, partager l'article, copier le lien,
    enregistrer l'article, imprimir, compartir, copiar enlace, guardar, compartilhar,
    copiar link, stampa, condividi, copia link, udostępnij, kopiuj link, sdílet, sdílejte,
    поделиться, скопировать ссылку, поширити, paylaş, linki kopyala, bagikan, salin tautan,
    chia sẻ, sao chép liên kết, कॉपी लिंक, शेयर, शेयर करें, مشاركة, انسخ الرابط, העתק קישור,
    シェア, シェアする, 印刷, 分享, 打印, 复制链接
    """
)

#: They open a line that says whose picture it is.
CREDITS = _listed(
    """
    cover photo, cover image, cover picture, title photo, photo, photos, photo credit, photo by,
    photograph, photographs, image, images, image credit, images courtesy, picture, pictures,
    picture credit, credit, photo courtesy, feature image, featured image, file photo,
    illustration, titelfoto, titelbild, foto, fotos, bild, bilder, bildquelle, bildnachweis,
    bildrechte, quelle bild, symbolbild, beeld, kuva, kuvat, kép, fotó, crédit photo,
    crédits photo, crédit, crédits, image de une, photo de couverture, foto de portada, imagen,
    imágenes, fotografía, imagem, fotografia, foto di copertina, immagine, zdjęcie, zdjęcia,
    fot, fot., snímek, slika, nuotrauka, фото, фотография, снимка, φωτογραφία, fotoğraf, görsel,
    ảnh, gambar, 写真, 画像, 图, 图片, 图源, 사진, الصورة, صورة, תמונה, फोटो,
    photo d'illustration, photo d’illustration, foto de archivo, archivbild
    """
)

#: What follows a caption when it ends with whose picture it is.
AGENCIES = _listed(
    """
    afp, ap, ap photo, associated press, reuters, getty, getty images, dpa, epa, efe, ansa, apa,
    keystone, imago, xinhua, tass, kyodo, yonhap, anp, belga, ntb, tt, ritzau, lehtikuva, pap,
    mti, pa, pa media, pa wire, upi, zuma, shutterstock, istock, alamy, bloomberg, anadolu, ddp,
    picture alliance
    """
)

_OPENING = r"^[\W_]*"


def opening(phrases: Iterable[str]) -> re.Pattern[str]:
    """Match a text that opens with one of the phrases as whole words, marks in front ignored."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(
        f"{_OPENING}(?P<phrase>{'|'.join(map(re.escape, longest_first))})(?!\\w)", re.IGNORECASE
    )
