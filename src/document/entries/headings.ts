/**
 * Words that a heading over references or notes consists of, in the languages that most of the world's prose is written
 * in. Compared in lower case, without numbers and punctuation around them.
 */
const headings = new Set(
  `references|reference|reference list|list of references|references and notes|notes and references|references & notes|notes & references
  |references cited|works cited|literature cited|cited literature|literature|bibliography|sources|source|citations|citation|footnotes|footnote|endnotes|endnote|notes|note
  |explanatory notes|normative references|informative references|selected bibliography|further references|reading list|sources and references|links|useful links|further reading|acknowledgments and references
  |referenzen|referenz|literatur|literaturverzeichnis|literaturangaben|quellen|quellenverzeichnis|quellenangaben|einzelnachweise|nachweise|anmerkungen|anmerkung|fußnoten|fussnoten|endnoten|belege|bibliographie|bibliografie|verweise
  |références|référence|notes et références|références et notes|bibliographie|sources et références|notes de bas de page|références bibliographiques|littérature|liens
  |referencias|referencia|notas|nota|bibliografía|fuentes|notas y referencias|referencias bibliográficas|notas al pie|citas|fuentes y referencias|enlaces
  |referências|notas e referências|referências bibliográficas|bibliografia|fontes|notas de rodapé|citações
  |riferimenti|note|bibliografia|fonti|note e riferimenti|riferimenti bibliografici|riferimenti e note|note a piè di pagina
  |referenties|literatuur|literatuurlijst|bronnen|voetnoten|eindnoten|noten|bronvermelding|bibliografie|verwijzingen
  |referenser|källor|litteratur|noter|fotnoter|källförteckning|referanser|kilder|litteraturliste|noter og referencer|referencer|litteraturliste|fotnoter|fotnote|viitteet|lähteet|kirjallisuus|alaviitteet|heimildir|tilvísanir
  |przypisy|bibliografia|literatura|źródła|odnośniki|piśmiennictwo|reference|poznámky|zdroje|použitá literatura|literatura a zdroje|poznámky pod čarou|referencie|poznámky a referencie|literatúra|hivatkozások|jegyzetek|források|irodalom|irodalomjegyzék|lábjegyzetek
  |referințe|note și referințe|bibliografie|surse|reference i bilješke|izvori|bilješke|reference|viri|opombe|sklici|izvori i bilješke|napomene|референце|извори|напомене|литература|бележки|източници|бележки и източници|референци|наводи|извори
  |примечания|литература|источники|список литературы|ссылки|сноски|библиография|использованная литература|библиографический список|примітки|джерела|посилання|література|список літератури|заўвагі|крыніцы
  |kaynakça|kaynaklar|referanslar|notlar|dipnotlar|notlar ve kaynaklar|referensi|rujukan|daftar pustaka|catatan kaki|catatan|sumber|pustaka|catatan dan referensi|nota kaki|sanggunian|mga sanggunian|talasanggunian|tham khảo|tài liệu tham khảo|chú thích|ghi chú|nguồn
  |παραπομπές|βιβλιογραφία|σημειώσεις|πηγές|αναφορές|υποσημειώσεις|הערות שוליים|מקורות|ביבליוגרפיה|ביאורים|לקריאה נוספת|المراجع|مراجع|المصادر|مصادر|الهوامش|هوامش|ملاحظات|المصادر والمراجع|منابع|پانویس|یادداشت‌ها|کتاب‌شناسی|ارجاعات|حوالہ جات|حوالے
  |参考文献|参考资料|參考文獻|參考資料|引用文献|引用文獻|注释|註釋|注釋|注解|註解|脚注|腳註|尾注|资料来源|資料來源|来源|來源|参考|參考|文献|備註|备注|出典|注|注記|脚註|注釈|参照|文献一覧|参考サイト|参考リンク
  |참고 문헌|참고문헌|각주|주석|출처|참고 자료|참고자료|인용|미주|संदर्भ|सन्दर्भ|टिप्पणियाँ|स्रोत|টীকা|তথ্যসূত্র|গ্রন্থপঞ্জি|குறிப்புகள்|மேற்கோள்கள்|సూచనలు|మూలాలు|อ้างอิง|เชิงอรรถ|บรรณานุกรม|แหล่งอ้างอิง|หมายเหตุ
  |erreferentziak|referències|notes i referències|fonts|bibliografia|viited|allikad|kirjandus|atsauces|avoti|literatūra|šaltiniai|nuorodos|išnašos|cyfeiriadau|tagairtí|marejeo|tanbihi|verwysings|bronne|referencoj|notoj|fontoj`
    .split('|')
    .map((word) => word.trim()),
)

const longest = Math.max(...[...headings].map((words) => words.length))

const opening = /^[\s\d.#*_=:–—-]+/
const closing = /[\s.#*_=:：–—-]/
const roman = /^[ivxlc]+\.\s+/

/** Whether a heading announces references or notes: `## 5. References:`, `Einzelnachweise`, `***** References[edit] *****`. */
export function isReferenceHeading(heading: string): boolean {
  const shown = heading.includes('[') ? heading.replace(/\[[^\]]*\]/g, '') : heading
  const from = opening.exec(shown)?.[0].length ?? 0
  let to = shown.length
  while (to > from && closing.test(shown[to - 1]!)) to--
  // With a number before it. Most paragraphs that are asked about are longer.
  if (to - from > longest + 10) return false
  const words = shown.slice(from, to).toLowerCase()
  return headings.has(words) || headings.has(words.replace(roman, '').trim())
}
