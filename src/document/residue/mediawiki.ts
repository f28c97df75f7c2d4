/**
 * What MediaWiki writes behind a heading to edit its section: `editsection` of the core messages. Behind a bar follows
 * `visualeditor-ca-editsource-section` of the extension VisualEditor, in words that changed often; the first half is enough.
 */
const sectionLabels: Readonly<Record<string, readonly string[]>> = {
  en: ['edit', 'edit source'],
  ar: ['عدل', 'تعديل'],
  ca: ['modifica'],
  cs: ['editovat'],
  da: ['redigér', 'rediger'],
  de: ['bearbeiten', 'quelltext bearbeiten'],
  es: ['editar', 'editar código', 'editar código-fonte'],
  fa: ['ویرایش'],
  fi: ['muokkaa'],
  fr: ['modifier', 'modifier le code', 'modifier le wikicode'],
  he: ['עריכה'],
  hu: ['szerkesztés'],
  id: ['sunting', 'sunting sumber'],
  it: ['modifica wikitesto', 'modifica sorgente'],
  ja: ['編集', 'ソースを編集'],
  ko: ['편집', '원본 편집'],
  nl: ['bewerken', 'brontekst bewerken'],
  pl: ['edytuj', 'edytuj kod'],
  ro: ['modificare', 'modificare sursă'],
  ru: ['править', 'править код'],
  sv: ['redigera', 'redigera wikitext'],
  tr: ['değiştir', 'kaynağı değiştir', 'kaynağı düzenle'],
  uk: ['ред.', 'редагувати', 'ред. код'],
  vi: ['sửa', 'sửa mã nguồn'],
  zh: ['编辑', '編輯', '编辑源代码', '編輯原始碼'],
}

/** What the inline templates of the Wikipedias leave in a copied text. */
const maintenanceTags: Readonly<Record<string, readonly string[]>> = {
  en: [
    'citation needed',
    'clarification needed',
    'page needed',
    'dead link',
    'permanent dead link',
    'better source needed',
    'failed verification',
    'verification needed',
    'not in citation given',
    'unreliable source?',
    'unreliable medical source?',
    'medical citation needed',
    'isbn missing',
    'original research?',
    'additional citation(s) needed',
    'full citation needed',
    'non-primary source needed',
    'not verified in body',
    'dubious – discuss',
    'who?',
    'when?',
    'which?',
    'where?',
    'why?',
    'how?',
    'by whom?',
    'according to whom?',
    'weasel words',
    'peacock term',
    'vague',
  ],
  cs: ['zdroj?', 'kdo?', 'kdy?'],
  de: ['beleg fehlt'],
  es: ['cita requerida'],
  fr: ['réf. nécessaire', 'réf. souhaitée', 'citation nécessaire'],
  id: ['butuh rujukan'],
  it: ['senza fonte'],
  ja: ['要出典', 'リンク切れ'],
  ko: ['출처 필요'],
  nl: ['bron?'],
  no: ['trenger referanse'],
  pl: ['potrzebny przypis'],
  pt: ['carece de fontes', 'carece de fontes?'],
  ro: ['necesită citare'],
  ru: ['источник?'],
  sv: ['källa behövs'],
  th: ['ต้องการอ้างอิง'],
  tr: ['kaynak belirtilmeli'],
  vi: ['cần dẫn nguồn'],
  zh: ['来源请求', '來源請求'],
}

/** Russian counts the days, Italian and French name the reason or the date behind a comma or a space. */
const openTags = ['источник не указан ', 'источник не указан', 'citation needed ']

const sections = new Set(Object.values(sectionLabels).flat())
const tags = new Set(Object.values(maintenanceTags).flat())

/** Words of a bracket as they are compared: html2text writes spaces as underscores, and lines are wrapped anywhere. */
export function normalizeWords(words: string): string {
  return words
    .replaceAll(/[\s_*]+/gu, ' ')
    .trim()
    .toLowerCase()
}

/** `edit`; `edit | edit source` can be nothing else. */
export function sectionLabelKind(words: string): 'single' | 'double' | undefined {
  if (sections.has(words)) return 'single'
  const [first, second, ...others] = words.split(' | ')
  return second !== undefined && others.length === 0 && sections.has(first!) ? 'double' : undefined
}

export function isMaintenanceTag(words: string): boolean {
  return tags.has(words) || openTags.some((tag) => words.startsWith(tag))
}

/** Everything that a bracket of a wiki may begin with. */
export const tagBeginnings: readonly string[] = [...sections, ...tags].concat(openTags, 'update')

/** What the pages of a wiki hold and hardly any other text. */
export const wikiPage = /action=edit&(?:amp;)?section=|#cite_(?:note|ref)-|From Wikipedia, the free encyclopedia/
