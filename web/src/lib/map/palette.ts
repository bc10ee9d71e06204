/**
 * The colours of the town plan: those of tokens.css, which WebGL cannot read. Ground, water and
 * green stay pale, so that what is reported is what one sees first.
 */
export const palette = {
  ground: '#f7f4ec',
  builtUp: '#f1ece1',
  area: '#e9e3d5',
  park: '#d9e7cf',
  water: '#bfd9e8',
  waterInk: '#1f5270',
  building: '#e3dccd',
  buildingEdge: '#d2c9b6',
  road: '#ffffff',
  roadEdge: '#cfc7b6',
  mainRoad: '#fff3d6',
  rail: '#8f887a',
  boundary: '#767268',
  ink: '#1b1f24',
  inkSoft: '#43494f',
  halo: '#fbfaf7',
  signal: '#ff8f1f',
  known: '#0b4a85',
  done: '#0f5230',
  neutral: '#43494f',
  raised: '#ffffff',
};
