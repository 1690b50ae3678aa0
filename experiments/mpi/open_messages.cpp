// Messages over MPI. One thread per process speaks to MPI.
#include <mpi.h>

#include <list>

#include "experiments/engines/messages.h"
#include "version.h"

namespace skillscale::experiments::sweep {
namespace {

constexpr int tag = 1;

class MpiMessages : public Messages {
 public:
  MpiMessages() {
    int given = 0;
    MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &given);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
    MPI_Comm_size(MPI_COMM_WORLD, &size_);
  }

  ~MpiMessages() override {
    for (auto& sending : sendings_) MPI_Wait(&sending.request, MPI_STATUS_IGNORE);
    MPI_Finalize();
  }

  int rank() const override { return rank_; }
  int size() const override { return size_; }

  void send(int to, std::string text) override {
    auto& sending = sendings_.emplace_back();
    sending.text = std::move(text);
    MPI_Isend(sending.text.data(), static_cast<int>(sending.text.size()), MPI_CHAR, to, tag,
              MPI_COMM_WORLD, &sending.request);
  }

  std::optional<Message> next() override {
    forget_sent();
    int is_there = 0;
    MPI_Status status;
    MPI_Iprobe(MPI_ANY_SOURCE, tag, MPI_COMM_WORLD, &is_there, &status);
    if (is_there == 0) return std::nullopt;
    int length = 0;
    MPI_Get_count(&status, MPI_CHAR, &length);
    Message message{status.MPI_SOURCE, std::string(static_cast<std::size_t>(length), '\0')};
    MPI_Recv(message.text.data(), length, MPI_CHAR, message.from, tag, MPI_COMM_WORLD,
             MPI_STATUS_IGNORE);
    return message;
  }

 private:
  struct Sending {
    std::string text;
    MPI_Request request = MPI_REQUEST_NULL;
  };

  void forget_sent() {
    std::erase_if(sendings_, [](Sending& sending) {
      int is_done = 0;
      MPI_Test(&sending.request, &is_done, MPI_STATUS_IGNORE);
      return is_done != 0;
    });
  }

  int rank_ = 0, size_ = 1;
  std::list<Sending> sendings_;  ///< whose texts must stay where they are
};

}  // namespace

extern "C" {

const char* skillscale_messages_version() { return version().data(); }

Messages* skillscale_open_messages() { return new MpiMessages; }

}  // extern "C"

}  // namespace skillscale::experiments::sweep
