/** Articles as they were before anybody edited them: one for each way of citing. */

/** Pasted from another page, in Indonesian; the list of notes stayed behind. */
export const paste = `# Jalan pesisir

Gubernur baru tiba di pelabuhan pada awal tahun itu dengan dua perintah dari negerinya.[234] Ia harus memperkuat pertahanan pulau, dan pulau itu sendiri yang harus membayarnya.[235] Surat dari satu ujung pulau ke ujung lain memerlukan hampir sebulan.[236]

Jalan itu dikerjakan oleh orang yang tidak punya pilihan.[237] Setiap bupati diberi tahu berapa tenaga yang harus ia kirim, dan pada hari apa.[238] Siapa yang terlambat kehilangan jabatannya.[239] Daerah yang jauh diminta mengirim beras, kayu dan kerbau.[240]

Batu diambil dari sungai terdekat dan dipikul ke atas bukit.[241] Para insinyur menandai jalurnya dengan bambu.[242] Di rawa-rawa, batang kayu ditenggelamkan lebih dahulu.[243]

Pada musim hujan berikutnya dua jembatan hanyut.[244] Keduanya dibangun lagi, kali ini dari besi.[245] Sejak itu pos kuda berjalan sepanjang tahun.[246]
`

/** Numbers in brackets and their list. */
export const list = `# The lighthouse at Sandur

The first light on the rock was a fire in an iron basket.[1] It was lit from September to April, when the fishing boats came home after dark.[2] The keeper was paid in coal, and sold a part of it.[3]

In the winter of the great storm the basket was torn from its chain.[4] Eleven boats went down in one night, four of them within sight of the pier.[5] The town asked the crown for a tower and was told to wait.[6]

The tower was built in three summers from granite that was cut on the mainland.[7] Each block had a number, and was laid out on the quay before it was shipped.[8] The masons lived on the rock from May to August.[9]

When the lamp was lit for the first time, it could be seen from eighteen miles.[10] The keeper's widow kept the old basket in her garden.[2]

## References

[1] Harbour accounts of Sandur, first volume.

[2] Letters of the keeper's family.

[3] Complaint of the coal merchants.

[4] Diary of the parish clerk.

[5] List of the drowned, in the church.

[6] Answers of the treasury.

[7] Contract with the quarry.

[8] Note book of the master mason.

[9] Provisions for the rock, a ledger.

[10] Report of the pilots.
`

/** A list that Markdown numbers. */
export const ordered = `# The ferry

The ferry crossed the river twice a day.[1] A rope of hemp led it against the current.[2] The rope was renewed every spring.[3] In dry summers the cattle waded through instead.[4] A bridge was talked of for sixty years.[5] It was opened in the rain.[6]

## Sources

1. Toll book of the ferry.
2. Regulations for ferrymen.
3. Bills of the rope maker.
4. Memories of a herdsman.
5. Minutes of the council.
6. A newspaper of the day.
`

/** Footnotes with names. */
export const notes = `# The market hall

Before the hall there was a square with a pump.[^pump] Farmers came on Tuesdays and Fridays, and paid for their places by the yard.[^yard] Fish was sold under the trees, since it had to be kept wet.[^fish]

The council wanted a roof after the cholera year.[^cholera] A merchant offered to build one for nothing, if he might let the stalls for thirty years.[^merchant] The offer was refused by one vote.[^vote]

The hall that was built in the end cost twice what had been granted.[^cost] Its iron columns came by canal and were painted green.[^iron] One of them still leans where a dray ran into it.[^dray]

[^pump]: Plan of the town, sheet four.

[^yard]: Market rules, third edition.

[^fish]: Petition of the fishwives.

[^cholera]: Report of the physicians.

[^merchant]: Letter of the merchant to the council.

[^vote]: Minutes of the council, in June.

[^cost]: Final account of the builders.

[^iron]: Waybills of the canal company.

[^dray]: Told by the caretaker.
`

/** Keys of a bibliography. */
export const keys = `---
bibliography: works.bib
---

# Paper mills

Paper was made from rags until the rags ran out [@hart1901]. The mills stood on small rivers with clear water [@lind1932]. A vat needed three men, and a master to watch them [@hart1901; @moor1954].

Straw was tried, and nettles, and wood [@berg1967]. Wood won, since it grew on every hill behind the mills [@lind1932]. The smell of the new paper was complained of in two parliaments [@dahl1978].
`

/** Those, and one that nobody cites. */
export const works = ['hart1901', 'lind1932', 'moor1954', 'berg1967', 'dahl1978', 'voss1990']
  .map(
    (key) =>
      `@book{${key},\n  author = {${key.slice(0, 4)}, A.},\n  title = {Mills of ${key}},\n  year = {${key.slice(4)}}\n}\n`,
  )
  .join('\n')

/** The repository before the first edit. */
export const articles = {
  'paste.md': paste,
  'list.md': list,
  'ordered.md': ordered,
  'notes.md': notes,
  'keys.md': keys,
  'works.bib': works,
}

export type ArticleName = keyof typeof articles
