/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx_parts.h"

#include "tn/base/memory.h"
#include "tn/out/html.h"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define OPEN "http://schemas.openxmlformats.org/"
#define OFFICE OPEN "officeDocument/2006/relationships"
#define WORD "xmlns:w=\"" OPEN "wordprocessingml/2006/main\""
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

const char docx_content_types[] = XML
    "<Types xmlns=\"" OPEN "package/2006/content-types\">"
    "<Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Default Extension=\"png\" ContentType=\"image/png\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD_TYPE
    "document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD_TYPE "styles+xml\"/>"
    "<Override PartName=\"/word/header1.xml\" ContentType=\"" WORD_TYPE "header+xml\"/>"
    "<Override PartName=\"/docProps/core.xml\" "
    "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    "</Types>";

const char docx_package_relations[] = XML
    "<Relationships xmlns=\"" OPEN "package/2006/relationships\">"
    "<Relationship Id=\"document\" Type=\"" OFFICE "/officeDocument\" "
    "Target=\"word/document.xml\"/>"
    "<Relationship Id=\"core\" Type=\"" OPEN
    "package/2006/relationships/metadata/core-properties\" "
    "Target=\"docProps/core.xml\"/></Relationships>";

/* The number stands in the middle above the text, from the second page on. */
const char docx_page_number[] = XML
    "<w:hdr " WORD "><w:p><w:pPr><w:pStyle w:val=\"Side\"/></w:pPr>"
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
    "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r>"
    "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>";

const char *docx_core(struct tn_arena *arena, const char *title, enum tn_lang lang)
{
    struct tn_memory memory;
    FILE *out = tn_memory_open(&memory);

    fputs(XML "<cp:coreProperties xmlns:cp=\"" OPEN
              "package/2006/metadata/core-properties\" "
              "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>",
          out);
    tn_html_text(out, title);
    fprintf(out, "</dc:title><dc:language>%s</dc:language></cp:coreProperties>",
            lang == TN_EN ? "en-GB" : "vi-VN");
    return tn_memory_close(arena, &memory, NULL);
}

const char *docx_document(struct tn_arena *arena, const char *body)
{
    struct tn_memory memory;
    FILE *out = tn_memory_open(&memory);

    fputs(XML "<w:document " WORD " xmlns:r=\"" OFFICE "\" xmlns:wp=\"" OPEN
              "drawingml/2006/wordprocessingDrawing\" xmlns:a=\"" OPEN
              "drawingml/2006/main\" xmlns:pic=\"" OPEN
              "drawingml/2006/picture\"><w:body>\n",
          out);
    fputs(body, out);
    fputs("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/>"
          "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
          "<w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\" "
          "w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/><w:titlePg/></w:sectPr>"
          "</w:body></w:document>",
          out);
    return tn_memory_close(arena, &memory, NULL);
}

const char *docx_relations(struct tn_arena *arena, size_t pictures)
{
    struct tn_memory memory;
    FILE *out = tn_memory_open(&memory);

    fputs(XML "<Relationships xmlns=\"" OPEN "package/2006/relationships\">"
              "<Relationship Id=\"styles\" Type=\"" OFFICE
              "/styles\" Target=\"styles.xml\"/>"
              "<Relationship Id=\"header\" Type=\"" OFFICE
              "/header\" Target=\"header1.xml\"/>",
          out);
    for (size_t i = 1; i <= pictures; i++)
        fprintf(out,
                "<Relationship Id=\"picture%zu\" Type=\"" OFFICE
                "/image\" Target=\"media/image%zu.png\"/>",
                i, i);
    fputs("</Relationships>", out);
    return tn_memory_close(arena, &memory, NULL);
}

/* ---- styles ---- */

static void style(FILE *out, const char *id, const char *paragraph, const char *letters)
{
    fprintf(out,
            "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/>"
            "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>%s</w:pPr>"
            "<w:rPr>%s</w:rPr></w:style>",
            id, id, paragraph, letters);
}

static void paragraph_styles(FILE *out)
{
    style(out, "Body",
          "<w:spacing w:before=\"60\" w:after=\"60\" w:line=\"276\" "
          "w:lineRule=\"auto\"/><w:ind w:firstLine=\"567\"/><w:jc w:val=\"both\"/>",
          "");
    style(out, "Title",
          "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"120\"/>"
          "<w:jc w:val=\"center\"/>",
          "<w:b/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>");
    style(out, "Heading1",
          "<w:keepNext/><w:spacing w:before=\"200\" w:after=\"80\"/>"
          "<w:ind w:firstLine=\"567\"/><w:outlineLvl w:val=\"0\"/>",
          "<w:b/>");
    style(out, "Item",
          "<w:spacing w:before=\"40\" w:after=\"40\" w:line=\"276\" w:lineRule=\"auto\"/>"
          "<w:ind w:firstLine=\"567\"/><w:jc w:val=\"both\"/>",
          "");
    style(out, "Note", "<w:keepLines/><w:spacing w:before=\"40\" w:after=\"120\"/>",
          "<w:i/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/>");
    style(out, "Caption",
          "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/>"
          "<w:jc w:val=\"center\"/>",
          "<w:b/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>");
    style(out, "Cell", "<w:spacing w:before=\"20\" w:after=\"20\"/>", "");
    style(out, "Side", "<w:jc w:val=\"center\"/>",
          "<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>");
    style(out, "Picture",
          "<w:keepLines/><w:spacing w:before=\"120\" w:after=\"120\"/>"
          "<w:jc w:val=\"center\"/>",
          "");
}

const char *docx_styles(struct tn_arena *arena, enum tn_lang lang)
{
    struct tn_memory memory;
    FILE *out = tn_memory_open(&memory);

    fprintf(out,
            XML "<w:styles " WORD "><w:docDefaults><w:rPrDefault><w:rPr>"
                "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" "
                "w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>"
                "<w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/><w:lang w:val=\"%s\"/>"
                "</w:rPr></w:rPrDefault></w:docDefaults>"
                "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
                "<w:name w:val=\"Normal\"/><w:qFormat/></w:style>",
            lang == TN_EN ? "en-GB" : "vi-VN");
    paragraph_styles(out);
    fputs("<w:style w:type=\"table\" w:styleId=\"Grid\"><w:name w:val=\"Table Grid\"/>"
          "<w:tblPr><w:tblBorders>",
          out);
    static const char *const edge[] = {"top",   "left",    "bottom",
                                       "right", "insideH", "insideV"};
    for (size_t i = 0; i < sizeof edge / sizeof *edge; i++)
        fprintf(out,
                "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>",
                edge[i]);
    fputs("</w:tblBorders><w:tblCellMar><w:left w:w=\"60\" w:type=\"dxa\"/>"
          "<w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
          "</w:styles>",
          out);
    return tn_memory_close(arena, &memory, NULL);
}
