/// Turns pocketsphinx's wide-band acoustic model into one for a telephone line.
///
/// The model knows voices up to 6.8 kHz in a quiet room; a line ends below 4 kHz and hisses. Its Gaussians over cepstra
/// are led back to 25 logarithmic mel bands, those above the line's edge are dropped, a usual line's hiss is added, and
/// new cepstra are made of the rest. Variances follow to first order. What was learned from real voices stays; nothing
/// is trained.
///
/// Usage: telephone_model WIDE_MODEL OUTPUT
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <numbers>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

// The wide model's own features (feat.params).
constexpr int WideCepstra = 13;
constexpr int WideBands = 25;
constexpr double WideRateHz = 16000;
constexpr double LowestHz = 130;
constexpr double HighestHz = 6800;
constexpr int Lifter = 22;
constexpr double PreEmphasis = 0.97;
constexpr std::array<double, WideCepstra> WideMean{41.00, -5.29, -0.12, 5.09,  2.48,  -4.07, -1.37,
                                                   -1.78, -5.08, -2.05, -6.45, -1.42, 1.17};

constexpr int Bands = 19;   // The last ends at 3.8 kHz.
constexpr int Cepstra = 10; // As fine as 13 over 25 bands; finer ones show the pitch, of which the model knows nothing.
constexpr double NoiseDb =
    -12; // The hiss under the mean logarithmic band. Chosen on sentences drawn from the templates.
constexpr double NoiseSpread = 0.3; // Variance of a band's logarithmic level when it holds nothing but hiss.
constexpr double FineSpread = 0.02; // The same of detail that 13 cepstra over 25 bands could not show.
constexpr int Streams = 3;          // Cepstra, their slope, their curvature.
constexpr std::array<double, Streams> StreamSpread{1, 0.5, 0.5};

/// Gaussian means or variances: phone, stream, Gaussian, dimension.
struct Parameters {
    int32_t phones = 0;
    int32_t streams = 0;
    int32_t gaussians = 0;
    std::vector<float> values;
};

template <typename Number>
Number numberAt(const std::string &bytes, size_t position)
{
    std::array<char, sizeof(Number)> raw{};
    if (position + raw.size() > bytes.size())
        throw std::runtime_error("a model file is too short");
    std::copy_n(bytes.begin() + std::ptrdiff_t(position), raw.size(), raw.begin());
    return std::bit_cast<Number>(raw);
}

Parameters read(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    const size_t header = bytes.find("endhdr\n");
    if (header == std::string::npos)
        throw std::runtime_error(path.string() + " is no model file");
    size_t at = header + 7 + 4; // the byte-order mark
    Parameters parameters{
        numberAt<int32_t>(bytes, at), numberAt<int32_t>(bytes, at + 4), numberAt<int32_t>(bytes, at + 8), {}};
    at += 12;
    for (int stream = 0; stream < parameters.streams; ++stream, at += 4) {
        if (parameters.streams != Streams || numberAt<int32_t>(bytes, at) != WideCepstra)
            throw std::runtime_error(path.string() + " has other features than expected");
    }
    const auto count = size_t(numberAt<int32_t>(bytes, at));
    if (count != size_t(parameters.phones) * Streams * size_t(parameters.gaussians) * WideCepstra)
        throw std::runtime_error(path.string() + " is damaged");
    for (size_t i = 0; i < count; ++i)
        parameters.values.push_back(numberAt<float>(bytes, at + 4 + 4 * i));
    return parameters;
}

template <typename Number>
void put(std::ostream &out, Number number)
{
    const auto raw = std::bit_cast<std::array<char, sizeof(Number)>>(number);
    out.write(raw.data(), raw.size());
}

void write(const std::filesystem::path &path, const Parameters &parameters)
{
    std::ofstream out(path, std::ios::binary);
    out << "s3\nversion 1.0\nendhdr\n";
    put(out, uint32_t(0x11223344));
    for (const int32_t number : {parameters.phones, parameters.streams, parameters.gaussians})
        put(out, number);
    for (int stream = 0; stream < parameters.streams; ++stream)
        put(out, int32_t(Cepstra));
    put(out, int32_t(parameters.values.size()));
    for (const float value : parameters.values)
        put(out, value);
    if (!out.flush())
        throw std::runtime_error("cannot write " + path.string());
}

double mel(double hertz)
{
    return 2595 * std::log10(1 + hertz / 700);
}

/// The edges of the wide model's bands; band i lies between edges i and i + 2.
double bandEdgeHz(int edge)
{
    const double step = (mel(HighestHz) - mel(LowestHz)) / (WideBands + 1);
    return 700 * (std::pow(10, (mel(LowestHz) + edge * step) / 2595) - 1);
}

double lift(int cepstrum)
{
    return 1 + Lifter / 2.0 * std::sin(cepstrum * std::numbers::pi / Lifter);
}

double cosine(int cepstrum, int band, int bands)
{
    return std::sqrt((cepstrum == 0 ? 1.0 : 2.0) / bands) *
           std::cos(std::numbers::pi * cepstrum * (band + 0.5) / bands);
}

using BandLevels = std::array<double, Bands>;

/// The two changes of basis, and what a line does to the bands between them.
class Line {
public:
    Line()
    {
        double distance = 0;
        for (int band = 0; band < Bands; ++band) {
            for (int k = 0; k < WideCepstra; ++k)
                m_toBands[band][k] = cosine(k, band, WideBands) / lift(k);
            for (int q = 0; q < Cepstra; ++q)
                m_toCepstra[q][band] = cosine(q, band, Bands) * lift(q);
            m_mean[band] = bands(WideMean.data())[band];
            const double angle = 2 * std::numbers::pi * bandEdgeHz(band + 1) / WideRateHz;
            m_noise[band] = std::log(1 + PreEmphasis * PreEmphasis - 2 * PreEmphasis * std::cos(angle));
            distance += (m_mean[band] - m_noise[band]) / Bands;
        }
        for (double &level : m_noise)
            level += distance + NoiseDb * std::numbers::ln10 / 10;
    }

    template <typename Number>
    [[nodiscard]] BandLevels bands(const Number *cepstra) const
    {
        BandLevels levels{};
        for (int band = 0; band < Bands; ++band) {
            for (int k = 0; k < WideCepstra; ++k)
                levels[band] += m_toBands[band][k] * double(cepstra[k]);
        }
        return levels;
    }

    /// A level above the voice's mean, with the hiss added to it.
    [[nodiscard]] double noisy(double level, int band) const
    {
        return std::log(std::exp(level + m_mean[band]) + std::exp(m_noise[band])) - m_mean[band];
    }

    /// Which share of the band's power is voice.
    [[nodiscard]] double voiceShare(double level, int band) const
    {
        return 1 / (1 + std::exp(m_noise[band] - level - m_mean[band]));
    }

    [[nodiscard]] double cepstrum(int q, const BandLevels &levels) const
    {
        double sum = 0;
        for (int band = 0; band < Bands; ++band)
            sum += m_toCepstra[q][band] * levels[band];
        return sum;
    }

    /// Of a new cepstrum, when the bands follow the voice by `share` only.
    [[nodiscard]] double variance(int q, const BandLevels &share, const float *wide, double spread) const
    {
        double sum = FineSpread * spread * lift(q) * lift(q);
        for (int band = 0; band < Bands; ++band)
            sum += std::pow(m_toCepstra[q][band] * (1 - share[band]), 2) * NoiseSpread * spread;
        for (int k = 0; k < WideCepstra; ++k) {
            double slope = 0;
            for (int band = 0; band < Bands; ++band)
                slope += m_toCepstra[q][band] * share[band] * m_toBands[band][k];
            sum += slope * slope * double(wide[k]);
        }
        return sum;
    }

    [[nodiscard]] const BandLevels &mean() const { return m_mean; }

private:
    std::array<std::array<double, WideCepstra>, Bands> m_toBands{};
    std::array<BandLevels, Cepstra> m_toCepstra{};
    BandLevels m_mean{};  ///< Logarithmic, of the voices that the model was trained with.
    BandLevels m_noise{}; ///< Logarithmic.
};

struct Model {
    Parameters means;
    Parameters variances;
};

/// All of one phone. The streams of slopes are not paired with levels, so they follow the phone's mean share of voice.
void convertPhone(const Line &line, const Model &wide, int phone, Model &narrow, std::array<double, Cepstra> &shift)
{
    const int count = wide.means.gaussians;
    BandLevels phoneShare{};
    for (int stream = 0; stream < Streams; ++stream) {
        for (int gaussian = 0; gaussian < count; ++gaussian) {
            const size_t index = (size_t(phone) * Streams + size_t(stream)) * size_t(count) + size_t(gaussian);
            const BandLevels clean = line.bands(&wide.means.values[index * WideCepstra]);
            BandLevels levels = clean;
            BandLevels share = phoneShare;
            for (int band = 0; band < Bands; ++band) {
                if (stream == 0) {
                    levels[band] = line.noisy(clean[band], band);
                    share[band] = line.voiceShare(clean[band], band);
                    phoneShare[band] += share[band] / count;
                } else {
                    levels[band] *= share[band];
                }
            }
            for (int q = 0; q < Cepstra; ++q) {
                narrow.means.values[index * Cepstra + size_t(q)] = float(line.cepstrum(q, levels));
                narrow.variances.values[index * Cepstra + size_t(q)] = float(
                    line.variance(q, share, &wide.variances.values[index * WideCepstra], StreamSpread[size_t(stream)]));
                if (stream == 0)
                    shift[size_t(q)] +=
                        (line.cepstrum(q, levels) - line.cepstrum(q, clean)) / (wide.means.phones * count);
            }
        }
    }
}

void writeFeatures(const std::filesystem::path &path, const std::array<double, Cepstra> &mean)
{
    std::ofstream out(path);
    out << "-samprate 8000\n-nfft 256\n-lowerf " << bandEdgeHz(0) << "\n-upperf " << bandEdgeHz(Bands + 1)
        << "\n-nfilt " << Bands << "\n-ncep " << Cepstra << "\n-ceplen " << Cepstra << "\n-transform dct\n-lifter "
        << Lifter << "\n-feat 1s_c_d_dd\n-svspec 0-" << Cepstra - 1 << '/' << Cepstra << '-' << 2 * Cepstra - 1 << '/'
        << 2 * Cepstra << '-' << 3 * Cepstra - 1 << "\n-agc none\n-cmn batch\n-varnorm no\n-model ptm\n-cmninit ";
    for (int q = 0; q < Cepstra; ++q)
        out << (q == 0 ? "" : ",") << mean[size_t(q)];
    out << '\n';
    if (!out.flush())
        throw std::runtime_error("cannot write " + path.string());
}

void convert(const std::filesystem::path &wideFolder, const std::filesystem::path &output)
{
    const Line line;
    const Model wide{read(wideFolder / "means"), read(wideFolder / "variances")};
    Model narrow = wide;
    for (Parameters *parameters : {&narrow.means, &narrow.variances})
        parameters->values.assign(parameters->values.size() / WideCepstra * Cepstra, 0);
    std::array<double, Cepstra> shift{}; // The mean goes up with the hiss, and the decoder subtracts the mean.
    for (int phone = 0; phone < wide.means.phones; ++phone)
        convertPhone(line, wide, phone, narrow, shift);
    for (int phone = 0; phone < wide.means.phones; ++phone) {
        for (size_t i = 0; i < size_t(wide.means.gaussians) * Cepstra; ++i)
            narrow.means.values[size_t(phone) * Streams * size_t(wide.means.gaussians) * Cepstra + i] -=
                float(shift[i % Cepstra]);
    }
    std::array<double, Cepstra> mean{};
    for (int q = 0; q < Cepstra; ++q)
        mean[size_t(q)] = line.cepstrum(q, line.mean()) + shift[size_t(q)];

    std::filesystem::create_directories(output);
    write(output / "means", narrow.means);
    write(output / "variances", narrow.variances);
    writeFeatures(output / "feat.params", mean);
    for (const char *same : {"mdef", "sendump", "transition_matrices", "noisedict"})
        std::filesystem::copy_file(wideFolder / same, output / same, std::filesystem::copy_options::overwrite_existing);
}

} // namespace

int main(int argc, char **argv)
{
    try {
        if (argc != 3)
            throw std::runtime_error("usage: telephone_model WIDE_MODEL OUTPUT");
        convert(argv[1], argv[2]);
    } catch (const std::exception &problem) {
        std::cerr << problem.what() << '\n';
        return 1;
    }
    return 0;
}
