import { describe, expect, it } from 'vitest';
import { type InvitationLine, isInvitationList, readInvitations } from '../../src/domain/invitation-lines.ts';

const positions = [
  { id: 1, name: 'Profesional Gestion Participacion Ciudadana' },
  { id: 2, name: 'Secretaría de Gobierno' },
  { id: 3, name: 'Secretaría' },
  { id: 4, name: 'Profesional de Prensa' },
  { id: 5, name: 'Coordinador de Obras: vías' },
];

const short = (line: InvitationLine) =>
  line.says === 'invite' ? `${line.positionId} ${line.name}` : line.says;
const read = (text: string) => readInvitations(text, positions).lines.map(short);

describe('a list of people to invite', () => {
  it.each([
    ['Secretaría de Gobierno: Luz Torres', '2 Luz Torres'],
    ['secretaria de gobierno : Luz  Torres.', '2 Luz Torres'],
    ['- SECRETARIA DE GOBIERNO - Luz Torres', '2 Luz Torres'],
    ['3. Secretaría; Luz Torres', '3 Luz Torres'],
    ['Secretaría de Gobierno\tLuz Torres', '2 Luz Torres'],
    ['Luz Torres\tSecretaría de Gobierno', '2 Luz Torres'],
    ['Secretaría de Gobierno Luz Torres', '2 Luz Torres'],
    ['Luz Torres Secretaría', '3 Luz Torres'],
    ['Secretaría, Luz Torres', '3 Luz Torres'],
    ['Coordinador de Obras: vías: Luz Torres', '5 Luz Torres'],
    ['prof. gestión: Luz Torres', '1 Luz Torres'],
    ['Participación ciudadana: Luz Torres', '1 Luz Torres'],
    ['prensa - Luz Torres', '4 Luz Torres'],
    ['1\tSecretaría de Gobierno\tLUZ MARINA DE LA TORRE\t310 555 1234', '2 Luz Marina de la Torre'],
    ['prensa; ing. luz torres; luz@example.org', '4 Luz Torres'],
    ['Secretaría: Dra. Luz Torres', '3 Luz Torres'],
    ['Secretaría: la doctora Luz Torres', '3 Luz Torres'],
    ['*Secretaría*: *Luz Torres*', '3 Luz Torres'],
    ['Secretaría: Mg. Ing. Luz Torres', '3 Luz Torres'],
    ['Secretaría\tOficina Asesora\tLuz Torres\tCarrera administrativa', '3 Luz Torres'],
    ['Secretaría: Luz Torres y Ana Ruiz', 'unclearName'],
    ['Secretaría: Luz Torres / Ana Ruiz', 'unclearName'],
    ['Secretaría: Luz Torres, Ana Ruiz', 'unclearName'],
    ['Secretaría: TORRES PAZ, LUZ', 'unclearName'],
    ['Secretaría: Luz Torres (encargada)', 'unclearName'],
    ['prensa: Luz Torres (encargada)', 'unclearName'],
    ['Secretaría = Luz Torres', 'unclearName'],
    ['Secretaría\tTorres Paz\tLuz Elena', 'unclearName'],
    ['Secretaría\tLuz Torres\tProfesional de Prensa', 'severalPositions'],
    ['Secretaría: Profesional de Prensa', 'noName'],
    ['prensa: Secretaría de Gobierno', 'noName'],
    ['Secretaría: Sin Asignar', 'noName'],
    ['Secretaría: cargo vacante', 'noName'],
    ['Secretaría: Luz Torres desde mañana', 'noName'],
    ['Secretaría: se hizo la campaña', 'noName'],
    ['Profesional: Luz Torres', 'severalPositions'],
    ['Tesorería: Luz Torres', 'noPosition'],
    ['Luz Torres', 'noPosition'],
    ['Secretaría de Gobierno: Luz', 'noName'],
    ['Secretaría de Gobierno:', 'noName'],
    ['Secretaría de Gobierno: 310 555 1234', 'noName'],
    ['Prensa: Luz', 'noName'],
    ['Alcaldesa: Luz Torres', 'office'],
    ['Control Interno: Luz Torres', 'office'],
    ['Planeación: Luz Torres', 'office'],
  ])('reads %j', (line, said) => expect(read(line)).toEqual([said]));

  it('leaves out headings, empty lines and what asks for it', () => {
    expect(
      read('/invitar a:\n\nCargo\tNombre completo\nSecretaría\tLuz Torres\n\n• Prensa: Ana Ruiz\n'),
    ).toEqual(['3 Luz Torres', '4 Ana Ruiz']);
    expect(
      read(
        'N.º\tCargo\tNombre\tCorreo electrónico\tCelular\n1\tSecretaría\tLuz Torres\ta@example.org\t3105551234',
      ),
    ).toEqual(['3 Luz Torres']);
    expect(read('Invitar Secretaría: Luz Torres')).toEqual(['3 Luz Torres']);
  });

  it('is taken unasked only when most of its lines name a position and a person', () => {
    const taken = (text: string) => isInvitationList(readInvitations(text, positions));
    expect(taken('Secretaría: Luz Torres')).toBe(true);
    expect(taken('Secretaría: Luz Torres\nTesorería: Ana Ruiz')).toBe(false);
    expect(taken('Secretaría: Luz Torres\nPrensa: Ana Ruiz y Eva Paz')).toBe(true);
    expect(taken('Prensa: boletín, radio y redes')).toBe(false);
    expect(taken('invitar\nSecretaría: Luz Torres\nTesorería: Ana Ruiz')).toBe(true);
    expect(taken('invitar a la comunidad: taller de prensa')).toBe(false);
    expect(taken('Se reunió la Secretaría de Gobierno con los líderes')).toBe(false);
    expect(taken('Secretaría de Gobierno reunió a los líderes')).toBe(false);
    expect(taken('Prensa: se publicó el boletín')).toBe(false);
    expect(taken('80 % se hizo la campaña')).toBe(false);
  });
});
