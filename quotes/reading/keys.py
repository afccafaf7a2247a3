"""Names of fields: one table for front matter, JSON, tables and the meta tags of pages.

NewsAPI, GDELT, schema.org, Open Graph, Dublin Core, news-please, PolNeAR and exports of databases
differ in little but spelling: publish_date, publishDate and dc.date.issued are told by their
letters alone. The first name of a field that has a value counts.
"""

from __future__ import annotations

import re

TEXT_KEYS: tuple[str, ...] = (
    *("text", "articletext", "fulltext", "maintext", "plaintext", "textcontent"),
    *("body", "bodytext", "articlebody", "articlecontent", "content", "story"),
    *("html", "bodyhtml", "contenthtml", "postcontent"),
)
KEYS: dict[str, tuple[str, ...]] = {
    "title": (
        *("ogtitle", "twittertitle", "parselytitle", "sailthrutitle", "dctitle", "dctermstitle"),
        *("headline", "title", "head", "articletitle", "webtitle", "posttitle", "name"),
    ),
    "date": (
        *("articlepublishedtime", "articlepublished", "ogpublishedtime", "datepublished"),
        *("parselypubdate", "sailthrudate", "dcdateissued", "dctermsissued", "dcissued"),
        *("publishedat", "publishdate", "datepublish", "publicationdate", "publishedon"),
        *("publisheddate", "publishedtime", "published", "pubdate", "firstpublished", "posted"),
        *("date", "dcdate", "dctermsdate", "dctermscreated", "dcdatecreated"),
        *("dateline", "articledate", "webpublicationdate", "issued", "postdate", "seendate"),
    ),
    "byline": (
        *("byline", "author", "authors", "parselyauthor", "sailthruauthor", "dccreator"),
        *("dctermscreator", "creator", "writer", "writtenby", "byl", "by", "articleauthor"),
        *("ogarticleauthor", "citationauthor", "reporter", "journalist", "correspondent"),
    ),
    "url": (
        *("ogurl", "parselylink", "url", "link", "weburl", "articleurl", "canonicalurl"),
        *("originalurl", "sourceurl", "permalink", "documentidentifier", "dcidentifier"),
        *("dctermsidentifier", "mainentityofpage", "source"),
    ),
    "publisher": (
        *("ogsitename", "dcpublisher", "dctermspublisher", "publisher", "source", "sourcename"),
        *("sitename", "site", "outlet", "publication", "newspaper", "media", "applicationname"),
        *(
            "applemobilewebapptitle",
            "sourceorganization",
            "sourcecommonname",
            "domain",
            "sourcedomain",
        ),
    ),
    "id": ("id", "articleid", "docid", "documentid", "uuid", "guid"),
}


def plain_key(name: object) -> str:
    """publish_date, publish-date and PublishDate are one name."""
    return re.sub(r"[\W_]", "", str(name)).lower()
