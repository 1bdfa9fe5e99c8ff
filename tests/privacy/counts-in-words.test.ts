import { describe, expect, it } from 'vitest'
import { countsPeople, tellsCount } from '../../src/privacy/counts-in-words.ts'

describe('a small number in words', () => {
  it.each([
    'Hai bé gái dân tộc thiểu số, trong đó một em khuyết tật',
    'HAI BÉ GÁI dân tộc thiểu số',
    'hai be gai dan toc thieu so',
    'Có 2 nạn nhân nữ (16 tuổi) được hỗ trợ',
    'co 2 nan nhan nu',
    'Nạn nhân duy nhất trong quý đã về nhà',
    'nan nhan duy nhat trong quy',
    'Quý này chỉ có trẻ em được hỗ trợ',
    'Một nạn nhân chuyển sang tỉnh khác',
    'mot nan nhan chuyen sang tinh khac',
    'Ba chị em được đưa về cùng lúc',
    'Năm người trong một gia đình',
    'nam nguoi trong mot gia dinh',
    'Sáu ca mới ở huyện miền núi',
    'Em gái 15 tuổi đã trở lại trường',
    'Tám học viên bỏ học giữa chừng',
    'Một trường hợp tái bị mua bán',
    'Hai bé gái'.normalize('NFD'),
    'The only girl among them went home',
    'Only one woman came back',
    'A single victim was identified',
    'One of the girls is disabled',
    'Two sisters returned together',
    '3 women and their families',
    '2 young women',
    'Both survivors moved to another province',
    'A 16 year-old was reunited with her family',
    'The sole survivor',
  ])('is found whoever is counted: %s', (text) => {
    expect(tellsCount(text, 'people')).toBe(true)
  })

  it.each([
    'Xin nộp muộn: sau đợt lũ tháng 10 một số huyện chưa gửi được sổ theo dõi.',
    'Số liệu chốt theo kỳ báo cáo của ngành, từ ngày 15/6 đến ngày 14/9.',
    'Đã rõ, đề nghị gửi khi đủ số liệu; không ước lượng thay cho huyện chưa báo cáo.',
    'Sau người dân là cán bộ xã được tập huấn',
    'Nam nạn nhân được hỗ trợ như nữ',
    'Một phần kinh phí đến muộn',
    'Tạm dừng vì mưa lũ ở Hải Phòng',
    'Trẻ em dưới 18 tuổi được ưu tiên',
    'Đạt 95% kế hoạch, 120 người dự tập huấn',
    'Khóa 2 mở vào Q3 2021, xem V3 và V6',
    'Chiến dịch truyền thông chưa bắt đầu',
    'The campaign had not started',
    'No one was past support yet',
    'Everyone was trained; single mothers came first',
    'Support for children under 16 years old goes on',
    'Trained 24 officials on 12/05/2021',
    'Delayed because of floods in one district',
    'The reintegration survey had not begun',
  ])('is not seen in an ordinary sentence: %s', (text) => {
    expect(tellsCount(text, 'people')).toBe(false)
  })

  it.each([
    ['Tăng thêm hai so với quý trước', true],
    ['Giảm một vì chuyển tỉnh', true],
    ['Three more than in spring', true],
    ['It grew by one', true],
    ['Họp vào thứ ba, tháng hai', false],
    ['Đợt hai bắt đầu muộn', false],
    ['Hai mươi tuần làm việc', false],
    ['Late because of the holidays', false],
  ])('of what is protected, by itself too: %s: %s', (text, tells) => {
    expect(tellsCount(text, 'protected')).toBe(tells)
    expect(tellsCount(text, 'people')).toBe(false)
  })

  it('of something else has to be beside people: only one commune is nobody', () => {
    expect(tellsCount('Chỉ có một xã báo cáo', 'others')).toBe(false)
    expect(tellsCount('The only commune without a model', 'others')).toBe(false)
    expect(tellsCount('Có 2 nạn nhân nữ ở xã này', 'others')).toBe(true)
    expect(tellsCount('Em bé 6 tuổi', 'others')).toBe(true)
  })
})

it.each([
  ['người', true],
  ['lượt người', true],
  ['persons', true],
  ['attendances', true],
  ['học viên làm bài cuối khóa', true],
  ['bị cáo', true],
  ['trainees tested', true],
  ['xã/phường', false],
  ['communes', false],
  ['tài khoản', false],
  ['mô hình', false],
  ['reports due', false],
])('an indicator that counts %s is about people: %s', (unit, people) => {
  expect(countsPeople(unit)).toBe(people)
})
