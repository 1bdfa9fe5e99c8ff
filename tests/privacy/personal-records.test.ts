import { describe, expect, it } from 'vitest'
import { areHeadingsOfPeople } from '../../src/privacy/personal-records.ts'

/** Beside a heading of another kind that nobody doubts, each is found by itself. */
const NAME = 'Họ và tên'
const PHONE = 'Điện thoại'

describe('headings of a list of people', () => {
  it.each([
    ...[
      'Họ tên',
      'HỌ VÀ TÊN',
      'Họ, tên',
      'ho_ten',
      'Họ và chữ đệm',
      'Họ chữ đệm',
      'Tên',
      'Tên đầy đủ',
      'Họ và tên khai sinh',
    ],
    ...[
      'Tên nạn nhân',
      'Họ tên người được hỗ trợ',
      'Tên học viên lớp 1',
      'Tên bé',
      'Tên trẻ em',
      'Tên đối tượng',
      'Tên thân chủ',
    ],
    ...[
      'Name',
      'Names',
      'Full name',
      'First name',
      'Last names',
      'Surname',
      'Given name',
      'Family name',
      'Name of victim',
    ],
    ...[
      'Names of clients',
      "Victim's name",
      'Survivors name',
      'Client name',
      'Child name',
      'Participant name:',
      'Name *',
    ],
  ])('a name: “%s”', (text) => {
    expect(areHeadingsOfPeople([PHONE, text])).toBe(true)
    expect(areHeadingsOfPeople([NAME, text])).toBe(false)
  })

  it.each([
    ...[
      'Ngày sinh',
      'Năm sinh',
      'Ngày tháng năm sinh',
      'Ngày, tháng, năm sinh',
      'Ngày tháng sinh',
      'Date of birth',
      'Year of birth',
    ],
    ...['Day of birth', 'Birthday', 'Birth date', 'Birth year', 'DOB', 'D.O.B.', 'dob'],
    ...[
      'CCCD',
      'Số CCCD',
      'CMND/CCCD',
      'Số CMT',
      'Căn cước công dân',
      'Chứng minh thư',
      'Số định danh',
      'Hộ chiếu',
      'Giấy tờ',
    ],
    ...[
      'ID',
      'ID no.',
      'ID number of holder',
      'National ID',
      'Citizen identity card',
      'Personal identity',
      'Passport',
      'passport no',
    ],
    ...['Số điện thoại', 'ĐT', 'SĐT', 'Di động', 'Phone', 'Telephone', 'Mobile phone', 'Cell phone no'],
    ...['Địa chỉ', 'Nơi ở', 'Quê quán', 'Hộ khẩu', 'Nơi cư trú', 'Số nhà', 'Address', 'Home address'],
  ])('something else of a person: “%s”', (text) => {
    expect(areHeadingsOfPeople([NAME, text])).toBe(true)
    expect(areHeadingsOfPeople(['Số người', text])).toBe(false)
  })

  it.each([
    ...[
      'Tên chỉ số',
      'Tên lớp',
      'Tên tỉnh',
      'Họ',
      'Username',
      'Names of',
      'The name',
      'Indicator name',
      'Số người',
      'Ngày báo cáo',
    ],
    ...[
      'Giới tính',
      'Nhóm tuổi',
      'Năm',
      'Year',
      'Birth',
      'Idea',
      'Identified',
      'Số vụ',
      'Microphone',
      'My address',
      'Nơi báo cáo',
    ],
  ])('are not “%s”', (text) => expect(areHeadingsOfPeople([NAME, PHONE, text].slice(1))).toBe(false))

  it('are two kinds, not one twice, and no long text', () => {
    expect(areHeadingsOfPeople([])).toBe(false)
    expect(areHeadingsOfPeople([NAME])).toBe(false)
    expect(areHeadingsOfPeople(['Địa chỉ', 'Nơi ở'])).toBe(false)
    expect(areHeadingsOfPeople(['STT', ` ${NAME} `, 'Giới', `${PHONE}:`])).toBe(true)
    const address = 'Địa chỉ '.padEnd(60, 'x')
    expect([areHeadingsOfPeople([NAME, address]), areHeadingsOfPeople([NAME, `${address}x`])]).toEqual([true, false])
  })
})
