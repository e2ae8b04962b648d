import { expect, it } from 'vitest';
import { departmentOf, position } from './coordinates.ts';

const degrees = {
  coordonneeX: '5.228293',
  coordonneeY: '46.221933',
  directionLatitude: '6571543.03',
  directionLongitude: '871735.87',
};
const bourg = { longitude: 5.228293, latitude: 46.221933 };

it('finds the degrees under whichever names they stand', () => {
  expect(position(degrees, '01053')).toEqual(bourg);
  expect(
    position(
      {
        coordonneeX: '6571543.03',
        coordonneeY: '871735.87',
        directionLatitude: '46.221933',
        directionLongitude: '5.228293',
      },
      '01053',
    ),
  ).toEqual(bourg);
  expect(position({ ...degrees, coordonneeX: '46.221933', coordonneeY: '5.228293' }, '01053')).toEqual(bourg);
  expect(position({ coordonneeX: 5.228293, coordonneeY: '46,221933' }, '01053')).toEqual(bourg);
});
it('places overseas territories in their own box only', () => {
  expect(position({ coordonneeX: '-61.52874', coordonneeY: '16.234' }, '97105')).toEqual({
    longitude: -61.52874,
    latitude: 16.234,
  });
  expect(position({ coordonneeX: '-20.97571', coordonneeY: '55.29821' }, '97411')).toEqual({
    longitude: 55.29821,
    latitude: -20.97571,
  });
  expect(position({ coordonneeX: '45.22868', coordonneeY: '-12.77989' }, '97608')).toEqual({
    longitude: 45.22868,
    latitude: -12.77989,
  });
  expect(position(degrees, '97105')).toBeNull();
});
it('refuses what fits neither way', () => {
  expect([
    position({ coordonneeX: '0', coordonneeY: '0' }, '01053'),
    position({ coordonneeX: '870262.2', coordonneeY: '6571540.8' }, '01053'),
    position({}, '01053'),
    position({ coordonneeX: 'NaN', coordonneeY: '1e1' }, null),
  ]).toEqual([null, null, null, null]);
});
it('reads the department from the commune, overseas and Corsica included', () =>
  expect(['01053', '2A004', '97105', '97801', '98818'].map(departmentOf)).toEqual(['01', '2A', '971', '978', '988']));
