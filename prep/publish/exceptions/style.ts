/**
 * Look of the page: black on white, colour only beside a word and a shape, A4 landscape with 10 mm
 * margins.
 */
export const STYLE = `
@page { size: A4 landscape; margin: 10mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 10mm auto; width: 277mm; background: #fff; color: #1d1d1d; font: 8pt/1.25 Arial, Helvetica, "Liberation Sans", sans-serif; overflow-wrap: anywhere; }
@media print { body { margin: 0; } }
h1 { margin: 0; font-size: 14pt; line-height: 7mm; }
.marking { margin: 1mm 0; padding: .6mm 1.5mm; border: .5mm solid #1d1d1d; font-weight: bold; }
p { margin: 0 0 .6mm; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 1.5mm 0; }
th, td { padding: .9mm 1mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; unicode-bidi: isolate; font-weight: normal; border-bottom: .2mm solid #6f777b; }
thead th { font-weight: bold; border-bottom: .5mm solid #1d1d1d; vertical-align: bottom; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.strong { font-weight: bold; }
.small, footer { font-size: 7pt; }
.small, .quiet { color: #505a5f; }
td div, th div { font-variant-numeric: tabular-nums; }
.mark { white-space: nowrap; font-weight: bold; }
svg { vertical-align: -1.5px; fill: currentColor; }
svg .cut { fill: none; stroke: #fff; stroke-width: 2; }
svg .ring, svg .line { fill: none; stroke: currentColor; stroke-width: 1.6; }
.missed { color: #b10e1e; }
.near { color: #6b4500; }
.met { color: #00703c; }
.worsening { color: #b84e00; }
.improving { color: #005eb8; }
.steady, .not_judged, .not_rated { color: #505a5f; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;

/** Beside it where there are several sheets. */
export const SHEETS = `article + article { break-before: page; margin-top: 10mm; }
@media print { article + article { margin-top: 0; } }
`;
