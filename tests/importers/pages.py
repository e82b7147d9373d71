"""A page of our own with everything that stands around a story, and a text copied from it."""

PARAGRAPHS = (
    (
        "KESTREL BAY, May 4 (Kestrel Wire) - The harbour of Kestrel Bay handled 41 million tons of"
        " goods last year, the port authority said on Monday, more than any harbour on the coast."
    ),
    (
        "It was the first time since 1972 that the harbour overtook Port Alder, which reported 39.6"
        " million tonnes and blamed a strike of its crane drivers that lasted for seven weeks."
    ),
    (
        "“We have doubled our crews and we have halved the time a ship waits”, said Mina Okafor,"
        " who runs the harbour. “Nobody has forgotten the years when the cranes stood still.”"
    ),
    (
        "The council will decide in June whether the eastern quay may grow by 400 metres, a"
        " plan that fishermen oppose because it would close the shallows in which eels spawn."
    ),
    (
        "Port Alder said that the figures do not compare, since Kestrel Bay counts sand that its"
        " own dredgers bring ashore. The authority denied it and published its method."
    ),
)
TITLE = "Kestrel Bay overtakes its rival for the first time in decades"
DEK = "The harbour handled 41 million tonnes, the port authority says. Its rival doubts the count."
CAPTION = (
    "Cranes at the eastern quay of Kestrel Bay, seen from the water. © Lena Voss / Kestrel Wire"
)

PAGE = f"""<!doctype html>
<!-- saved from url=(0052)https://courier.example/harbour/kestrel-bay-overtakes -->
<html lang="en-GB"><head><meta charset="utf-8">
<title>{TITLE} | Kestrel Courier</title>
<meta property="og:site_name" content="Kestrel Courier">
<meta property="og:title" content="{TITLE} | Kestrel Courier">
<meta property="og:description" content="{DEK}">
<link rel="canonical" href="https://courier.example/harbour/kestrel-bay">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
 {{"@type": "WebSite", "name": "Kestrel Courier"}},
 {{"@type": "NewsArticle", "headline": "{TITLE}",
  "author": [{{"@type": "Person", "name": "Ada Lindqvist"}},
             {{"@type": "Person", "name": "Tom Reyes"}},
             {{"@type": "Organization", "name": "Kestrel Courier"}}],
  "publisher": {{"@type": "Organization", "name": "Kestrel Courier"}},
  "articleSection": "Harbour",
  "datePublished": "2026-05-04T18:20:00+0200", "dateModified": "2026-05-05T07:00:00Z"}}]}}
</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sea">The sea</a></li></ul></nav>
<main><article>
<h1>{TITLE}</h1>
<p class="standfirst">{DEK}</p>
<div class="byline">By <a rel="author" href="/ada">Ada Lindqvist</a> and Tom Reyes</div>
<figure><img src="cranes.jpg" alt="Cranes"><figcaption>{CAPTION}</figcaption></figure>
<p>{PARAGRAPHS[0]}</p>
<p>{PARAGRAPHS[1]}</p>
<p>Read more: <a href="/eels">Why the eels of the shallow water are counted by hand</a></p>
<aside class="ad">Advertisement: a cruise along the whole coast, for 99 crowns.</aside>
<h2>Doubled crews</h2>
<p>{PARAGRAPHS[2]}</p>
<p><a href="/strike">The strike of the crane drivers at Port Alder in seven pictures</a></p>
<p>{PARAGRAPHS[3]}</p>
<p>{PARAGRAPHS[4]}</p>
<p>Sign up for <a href="/letter">our newsletter</a> to get the harbour in your inbox.</p>
</article></main>
<footer><p>© 2026 Kestrel Courier. All rights reserved.</p></footer>
</body></html>"""

COPIED = f"""{TITLE}

{PARAGRAPHS[0]}

Cranes at the eastern quay of Kestrel Bay, seen from the water.
{CAPTION}

{PARAGRAPHS[1]}

Why the eels of the shallow water are counted by hand
Eels Why the eels of the shallow water are counted by hand

{PARAGRAPHS[2]}

{PARAGRAPHS[3]}

{PARAGRAPHS[4]}

Cover photo: Lena Voss / Kestrel Wire

More on the harbour:
The strike of the crane drivers in seven pictures
Eels return to the eastern quay
"""
