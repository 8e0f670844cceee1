"""What programs put on the clipboard, shortened."""

WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><title>Visions</title>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoListParagraph {margin-left:.5in;} @list l0:level1 {mso-level-text:\\F0B7;} --></style>
</head><body lang=EN-US style='tab-interval:.5in;word-wrap:break-word'><!--StartFragment-->
<h2>Visions<o:p></o:p></h2>
<p class=MsoNormal>They want to see<br>
the CBO<span style='mso-spacerun:yes'>  </span>to<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>work
together &amp; earn<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:1.0in;mso-add-space:auto;text-indent:-.25in;
mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:"Courier New"'><span style='mso-list:
Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]><b>from
</b>honey<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-.25in;mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>plant
10&nbsp;m<sup>2</sup><o:p></o:p></p>
<p class=MsoNormal><span style='mso-hide:all'>never shown</span><o:p>&nbsp;</o:p></p>
<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'><td width=100><p class=MsoNormal>Village<o:p></o:p></p>
</td><td><p class=MsoNormal>Wells<o:p></o:p></p></td></tr><tr><td><p class=MsoNormal>ភូមិថ្មី<o:p></o:p></p></td>
<td><p class=MsoNormal>3<o:p></o:p></p><p class=MsoNormal>one is dry<o:p></o:p></p></td></tr></table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape alt="A map"><v:imagedata src="file:///C:/a.png"/></v:shape><![endif]-->
<![if !vml]><img width=9 src="file:///C:/a.png" alt="A map" v:shapes="Picture_1"><![endif]><o:p></o:p></p>
<!--EndFragment--></body></html>"""

WORD_LINES = [
    "P Visions",
    "P They want to see\nthe CBO to",
    "B work together & earn",
    "B .from honey",
    "N plant 10 m²",
    "P Village | Wells",
    "P ភូមិថ្មី | 3; one is dry",
    "P [A map]",
]

LIBREOFFICE = """<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<title></title><meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
<style type="text/css">p { line-height: 115%; background: transparent }</style></head>
<body lang="en-US" dir="ltr"><p style="line-height: 100%; margin-bottom: 0in">
<font face="Khmer OS Battambang"><span lang="km-KH">ពួកគេចង់ឃើញ</span></font></p>
<ul><li><p style="margin-bottom: 0in">water</p>
<ul><li><p>wells</p></li></ul></li>
<li><p>land</p><p>with titles</p></li></ul>
<ol><li><p>first</p><li><p>second<br/>
line</p></ol></body></html>"""

LIBREOFFICE_LINES = [
    "P ពួកគេចង់ឃើញ",
    "B water",
    "B .wells",
    "B land",
    "P .with titles",
    "N first",
    "N second\nline",
]

GOOGLE = """<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">
<h1 dir="ltr"><span>Plan</span></h1><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:disc;"
aria-level="1"><p dir="ltr" role="presentation"><span>roads</span></p></li><ul><li dir="ltr" aria-level="2"><p
dir="ltr"><span>in the </span><span style="font-weight:700">
north</span></p></li></ul><li aria-level="1"><p><span>
bridges</span></p></li></ul><br /><ol><li aria-level="1"><p><span>ask</span></p></li></ol></b>"""

GOOGLE_LINES = ["P Plan", "B roads", "B .in the north", "B bridges", "N ask"]

WEB = """<div class="nav" style="display: none">Menu</div><script>if (a < b) alert("no")</script><article>
<table role=presentation><tr><td><h3>Notice</h3><p>All   villagers
are <a href="https://example.org">invited</a>.<ul><li>Bring <i>rice</i><li>Bring water</ul></td></tr></table>
<dl><dt>Where<dd>Pagoda<dt>When<dd>8:00</dl><pre>a  b
c</pre>Tail &lt;b&gt; &#8226; text</article>"""

WEB_LINES = [
    "P Notice",
    "P All villagers are invited.",
    "B Bring rice",
    "B Bring water",
    "P Where",
    "P .Pagoda",
    "P When",
    "P .8:00",
    "P a  b\nc",
    "P Tail <b> • text",
]

PLAIN = {
    "Needs:\n- water\n- land\n  with titles\n": ["P Needs:", "B water", "B land\nwith titles"],
    "•\twater\no\twells\n▪\tdeep\no\tpumps\n•\tland": ["B water", "B .wells", "B ..deep", "B .pumps", "B land"],
    "1. one\n2. two\n   a) under\n   b) under\n3. three": ["N one", "N two", "N .under", "N .under", "N three"],
    "(i) one\n(ii) two\n(iii) three\n(iv) four": ["N one", "N two", "N three", "N four"],
    "១. មួយ\n២. ពីរ": ["N មួយ", "N ពីរ"],
    "ក) មួយ\nខ) ពីរ": ["N មួយ", "N ពីរ"],
    "3. third\n4. fourth": ["P 3. third", "P 4. fourth"],
    "1. one\n2. two\n5. five": ["N one", "N two", "P 5. five"],
    "A. Sok said it.": ["P A. Sok said it."],
    "2.1 Roads\n2.2 Bridges": ["P 2.1 Roads", "P 2.2 Bridges"],
    "Village\tWells\r\nThmei\t3": ["P Village | Wells", "P Thmei | 3"],
    "top\n\tunder\n\t\tdeeper\nnext": ["P top", "P .under", "P ..deeper", "P next"],
    "\ufeff- a\x00b\x0bc\u2028d": ["B ab", "P c", "P d"],
    "- a\n\n* b": ["B a", "B b"],
    "• a\n1) b\n១. ក\n* c\n- d": ["B a", "N b", "N ក", "B c", "B d"],
    "  • a\n  * b\n    - deeper\n  1) c": ["B a", "B b", "B .deeper", "N c"],
    "1.\tone\na)\tunder\nb)\tunder\n2.\ttwo": ["N one", "N .under", "N .under", "N two"],
    "  \n\n": [],
    "3 wells, 1.5 m deep": ["P 3 wells, 1.5 m deep"],
    "2017. A good year": ["P 2017. A good year"],
    "-5 degrees": ["P -5 degrees"],
}
